package jp.tsunagu.connector.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.connector.sheet.PaperSheet;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.paper.PaperPage;
import jp.tsunagu.runtime.paper.PaperPdf;
import jp.tsunagu.runtime.paper.PaperWords;

/**
 * The つなぐシート on A4, front and back.
 *
 * @param number what people call the case; empty before it has a number
 * @param head where it comes from and goes to
 * @param sheets what came with the leg, oldest first; the first is the sheet itself
 * @param results 対応結果: what became of it, as the events tell
 * @param consents as far as this agency knows them
 * @param remark what a reader must know first; empty if nothing
 * @param printed who printed it and when
 */
public record SheetPaper(
    String number,
    List<Line> head,
    List<PaperSheet> sheets,
    List<Line> results,
    List<Consented> consents,
    String remark,
    Printed printed) {

  private static final PaperWords WORDS = new PaperWords();
  private static final String TITLE = SheetFields.FORM.title();

  /** Keeps unmodifiable copies. */
  public SheetPaper {
    head = List.copyOf(head);
    sheets = List.copyOf(sheets);
    results = List.copyOf(results);
    consents = List.copyOf(consents);
  }

  /** Who printed it and when. */
  public record Printed(String by, Instant at) {}

  /** A consent in words. */
  public record Consented(
      String person,
      String purpose,
      String scope,
      String recipients,
      String exclusions,
      String given,
      String until) {

    /** As the city calls it. */
    public static Consented of(ConsentTerms terms, NetworkDirectory directory) {
      return new Consented(
          "世帯員" + terms.person().number(),
          terms.purpose().label(),
          words(terms.scope().stream().sorted().map(DetailKind::label).toList()),
          words(
              terms.recipients().stream()
                  .map(AgencyId::value)
                  .sorted()
                  .map(AgencyId::new)
                  .map(directory::nameOf)
                  .toList()),
          words(
              terms.exclusions().stream()
                  .map(each -> directory.nameOf(each.agency()) + "に" + each.detail().label())
                  .sorted()
                  .toList()),
          terms.method().label() + " " + DateWords.shortDay(terms.givenOn()),
          terms.expiresOn() == null ? "撤回まで" : DateWords.shortDay(terms.expiresOn()) + "まで");
    }

    private static String words(List<String> names) {
      return names.stream().collect(Collectors.joining("、"));
    }
  }

  /** A title without a name: it stands in a reader's window. */
  public String title() {
    return number.isEmpty() ? TITLE : TITLE + " " + number;
  }

  String html() {
    return PaperPage.fill("sheet", Map.of("paper", this, "words", WORDS));
  }

  /** As A4. */
  public byte[] pdf() {
    return PaperPdf.of(html(), title(), printed.at());
  }
}
