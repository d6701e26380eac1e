package jp.tsunagu.connector.paper;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.paper.SheetPaper.Consented;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
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

  /** Of the sentences that are signed; goes up whenever one of them says something else. */
  public static final int WORDING = 1;

  private static final PaperWords WORDS = new PaperWords();
  private static final String TITLE = "同意書";

  /** What stands above what is chosen, and is signed with it. */
  private static final List<String> SENTENCES =
      List.of(
          "私は、下に書いた内容を、下に書いた目的のために、下に書いた機関に伝えることに同意します。",
          "「除くもの」に書いた内容は、その機関には伝えません。",
          "この同意は、いつでも、全部でも一部の機関についてでも、取り消せます。取り消すと、その機関はそれまでに受け取った書類を見られなくなります。",
          "同意しないこと、取り消すことで、相談や支援を受けられなくなることはありません。");

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
    return SENTENCES;
  }

  /** The version of the sentences. */
  public int wording() {
    return WORDING;
  }

  /** As A4. */
  public byte[] pdf() {
    return PaperPdf.of(
        PaperPage.fill("consent", Map.of("paper", this, "words", WORDS)), title(), printed.at());
  }
}
