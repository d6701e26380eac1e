package jp.tsunagu.connector.paper;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.runtime.form.FormFacts;
import jp.tsunagu.runtime.paper.PaperPage;
import jp.tsunagu.runtime.paper.PaperPdf;
import jp.tsunagu.runtime.paper.PaperWords;

/**
 * A form of a case on A4, with a back where its declaration says so.
 *
 * @param form what it is
 * @param number what people call the case; empty before it has a number
 * @param head which version, by which agency
 * @param facts what was filled in
 * @param remarks what a reader must know first
 * @param printed who printed it and when
 */
public record FormPaper(
    CaseForm form,
    String number,
    List<Line> head,
    FormFacts facts,
    List<String> remarks,
    Printed printed) {

  private static final PaperWords WORDS = new PaperWords();

  /** Keeps unmodifiable copies. */
  public FormPaper {
    head = List.copyOf(head);
    remarks = List.copyOf(remarks);
  }

  /** A title without a name: it stands in a reader's window. */
  public String title() {
    return number.isEmpty() ? form.title() : form.title() + " " + number;
  }

  /** What stands on the front. */
  public List<FormFacts.Section> front() {
    return facts.sections().stream()
        .filter(section -> !form.back().contains(section.name()))
        .toList();
  }

  /** What stands on the back; nothing where the form has none. */
  public List<FormFacts.Section> back() {
    return facts.sections().stream()
        .filter(section -> form.back().contains(section.name()))
        .toList();
  }

  /** As A4. */
  public byte[] pdf() {
    return PaperPdf.of(
        PaperPage.fill("case-form", Map.of("paper", this, "words", WORDS)), title(), printed.at());
  }
}
