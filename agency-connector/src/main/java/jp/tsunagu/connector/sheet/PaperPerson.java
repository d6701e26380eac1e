package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.wording.DateWords;

/**
 * A person on the paper of a sheet, made from the declaration of her row: what is short stands on
 * the front, what is told in sentences on the back.
 *
 * @param title such as 世帯員1
 * @param rows of the front: one wide field or two narrow ones, also those that are blank
 * @param troubles お困りごと, all of them, as boxes
 * @param stories of the back, those that are there
 * @param closed why something of her cannot be read, does not travel, or is not printed
 */
public record PaperPerson(
    String title,
    List<List<Line>> rows,
    List<Tick> troubles,
    List<Line> stories,
    List<String> closed) {

  private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Keeps unmodifiable copies. */
  public PaperPerson {
    rows = List.copyOf(rows);
    troubles = List.copyOf(troubles);
    stories = List.copyOf(stories);
    closed = List.copyOf(closed);
  }

  private static final String CONSIDERATION = "配慮の希望があります。紙には印刷しません。画面で先に読んでください。";

  /** A label and what stands beside it. */
  public record Line(String label, String value) {
    @Override
    public String toString() {
      return "Line[" + label + "]";
    }
  }

  /** A box. */
  public record Tick(String label, boolean isTicked) {}

  /** Whether anything of her stands on the front. */
  public boolean isFilled() {
    return rows.stream().flatMap(List::stream).anyMatch(line -> !line.value().isEmpty())
        || troubles.stream().anyMatch(Tick::isTicked);
  }

  static PaperPerson of(
      int number,
      Map<PersonField, String> values,
      Set<Trouble> troubles,
      List<Line> more,
      List<String> closed) {
    List<Line> stories = new ArrayList<>();
    for (PersonField field : PersonField.values()) {
      if (field.isPrinted() && field.isStory() && values.containsKey(field)) {
        stories.add(line(field, values));
      }
    }
    stories.addAll(more);
    List<String> remarks = new ArrayList<>(closed);
    if (values.containsKey(PersonField.CONSIDERATION)) {
      remarks.add(CONSIDERATION);
    }
    return new PaperPerson("世帯員" + number, rows(values), ticks(troubles), stories, remarks);
  }

  private static List<List<Line>> rows(Map<PersonField, String> values) {
    List<List<Line>> rows = new ArrayList<>();
    List<Line> narrow = new ArrayList<>();
    for (PersonField field : PersonField.values()) {
      if (field.isWide()) {
        rows.add(List.of(line(field, values)));
      } else if (!field.isStory()) {
        narrow.add(line(field, values));
      }
    }
    for (int i = 0; i < narrow.size(); i += 2) {
      rows.add(List.copyOf(narrow.subList(i, Math.min(i + 2, narrow.size()))));
    }
    return rows;
  }

  private static Line line(PersonField field, Map<PersonField, String> values) {
    return new Line(field.label(), words(field, values.getOrDefault(field, "")));
  }

  private static String words(PersonField field, String value) {
    return switch (field) {
      case GENDER -> DossierRows.gender(value);
      case BIRTH_DATE ->
          ISO_DAY.matcher(value).matches() ? DateWords.day(LocalDate.parse(value)) : value;
      default -> value;
    };
  }

  private static List<Tick> ticks(Set<Trouble> chosen) {
    Set<Trouble> ticked = EnumSet.noneOf(Trouble.class);
    ticked.addAll(chosen);
    return Stream.of(Trouble.values())
        .map(trouble -> new Tick(trouble.label(), ticked.contains(trouble)))
        .toList();
  }
}
