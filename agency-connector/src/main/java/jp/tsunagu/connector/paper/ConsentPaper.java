package jp.tsunagu.connector.paper;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.paper.SheetPaper.Consented;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
import jp.tsunagu.contract.caseform.Statement;
import jp.tsunagu.runtime.paper.PaperPage;
import jp.tsunagu.runtime.paper.PaperPdf;
import jp.tsunagu.runtime.paper.PaperWords;

/**
 * 同意書: what the persons of a case allow, on A4, a page or more for each consent, to be signed. It
 * names nobody: whose it is, is written by hand.
 *
 * @param number what people call the case; empty before it has a number
 * @param agency who prints it
 * @param consents as this agency knows them; an empty form where there is none
 */
public record ConsentPaper(
    String number, String agency, List<Consented> consents, Printed printed) {

  private static final PaperWords WORDS = new PaperWords();
  private static final String TITLE = "同意書";

  /** Keeps an unmodifiable copy. */
  public ConsentPaper {
    consents = List.copyOf(consents);
  }

  /** A title without a name: it stands in a reader's window. */
  public String title() {
    return number.isEmpty() ? TITLE : TITLE + " " + number;
  }

  /** The sentences of this version. */
  public List<String> sentences() {
    return Statement.CONSENT.sentences();
  }

  /** The version of the sentences. */
  public int wording() {
    return Statement.CONSENT.version();
  }

  /** As A4. */
  public byte[] pdf() {
    return PaperPdf.of(
        PaperPage.fill("consent", Map.of("paper", this, "words", WORDS)), title(), printed.at());
  }
}
