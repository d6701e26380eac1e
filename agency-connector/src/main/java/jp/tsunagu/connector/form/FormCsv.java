package jp.tsunagu.connector.form;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.runtime.form.CsvLayout;
import jp.tsunagu.runtime.form.FormFacts;
import jp.tsunagu.runtime.text.SpreadsheetCell;

/** The rows of a form of a case for a spreadsheet: goals and supports of a plan, a line each. */
public final class FormCsv {

  private FormCsv() {}

  /** UTF-8 with BOM. */
  public static byte[] of(CaseForm form, FormFacts facts) {
    return written(lines(form, facts));
  }

  /** The headings, then a line for each row; what stands in no row is a line of the form itself. */
  private static List<List<String>> lines(CaseForm form, FormFacts facts) {
    Set<String> headings = new LinkedHashSet<>();
    facts.sections().stream()
        .flatMap(section -> section.entries().stream())
        .flatMap(entry -> entry.facts().stream())
        .forEach(fact -> headings.add(fact.label()));
    List<List<String>> lines = new ArrayList<>();
    List<String> first = new ArrayList<>(List.of(CsvLayout.KIND));
    first.addAll(headings);
    lines.add(first);
    for (FormFacts.Section section : facts.sections()) {
      String kind = section.title().isEmpty() ? form.title() : section.title();
      section.entries().forEach(entry -> lines.add(line(kind, entry, headings)));
    }
    return lines;
  }

  private static List<String> line(String kind, FormFacts.Entry entry, Set<String> headings) {
    List<String> cells = new ArrayList<>(List.of(kind));
    headings.forEach(
        heading ->
            cells.add(
                entry.facts().stream()
                    .filter(fact -> fact.label().equals(heading))
                    .map(FormFacts.Fact::value)
                    .collect(Collectors.joining("、"))));
    return cells;
  }

  private static byte[] written(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    text.write("\uFEFF");
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      lines.forEach(line -> csv.writeRecord(line.stream().map(SpreadsheetCell::of).toList()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
