package jp.tsunagu.connector.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.sheet.DossierRows;
import jp.tsunagu.connector.sheet.PersonField;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;

/**
 * A part of a dossier as people read it.
 *
 * @param rows label and value; a part that cannot be read says why
 * @param file where the file is that hangs on it, below the addresses of the agency's interface;
 *     null where none hangs or it cannot be read
 */
record ContentPart(String title, List<DossierRows.Row> rows, @Nullable String file) {

  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Keeps an unmodifiable copy. */
  ContentPart {
    rows = List.copyOf(rows);
  }

  /** One on which no file hangs. */
  ContentPart(String title, List<DossierRows.Row> rows) {
    this(title, rows, null);
  }

  static List<ContentPart> of(DossierView dossier) {
    return Stream.concat(
            texts(dossier.with(part -> part.kind() != PartKind.FILE)).stream(),
            dossier.parts().stream()
                .filter(part -> part.kind() == PartKind.FILE)
                .flatMap(part -> file(dossier, part)))
        .toList();
  }

  private static Stream<ContentPart> file(DossierView dossier, PartView part) {
    String file =
        part.content() instanceof PartView.Content.Open
            ? "dossiers/" + dossier.dossierId() + "/files/" + part.name()
            : null;
    return texts(dossier.with(part::equals)).stream()
        .map(told -> new ContentPart(told.title(), told.rows(), file));
  }

  private static List<ContentPart> texts(DossierView dossier) {
    return DossierRows.of(dossier).stream()
        .collect(
            Collectors.groupingBy(DossierRows.Row::part, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            part ->
                new ContentPart(
                    part.getKey(), part.getValue().stream().map(ContentPart::forPeople).toList()))
        .toList();
  }

  /** 配慮の希望 of all persons in these: whoever reads them reads it first. */
  static List<ContentPart> considerations(List<ContentPart> parts) {
    List<DossierRows.Row> rows =
        parts.stream()
            .flatMap(
                part ->
                    part.rows().stream()
                        .filter(ContentPart::isConsideration)
                        .map(
                            row ->
                                new DossierRows.Row("", row.person(), part.title(), row.value())))
            .toList();
    return rows.isEmpty() ? List.of() : List.of(new ContentPart("配慮の希望(先に読む)", rows));
  }

  /** These without it. */
  static List<ContentPart> others(List<ContentPart> parts) {
    return parts.stream()
        .map(
            part ->
                new ContentPart(
                    part.title(),
                    part.rows().stream().filter(row -> !isConsideration(row)).toList(),
                    part.file()))
        .filter(part -> !part.rows().isEmpty())
        .toList();
  }

  private static boolean isConsideration(DossierRows.Row row) {
    return row.label().equals(PersonField.CONSIDERATION.label());
  }

  /** A birth date is kept as an ISO date; people read 和暦. */
  private static DossierRows.Row forPeople(DossierRows.Row row) {
    return row.label().equals(PersonField.BIRTH_DATE.label())
            && ISO_DAY.matcher(row.value()).matches()
        ? new DossierRows.Row(
            row.part(), row.person(), row.label(), DateWords.day(LocalDate.parse(row.value())))
        : row;
  }
}
