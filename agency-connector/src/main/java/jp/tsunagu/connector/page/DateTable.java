package jp.tsunagu.connector.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.DateWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The candidates an agency is asked for, to be answered in one row each.
 *
 * @param ways how a candidate can be answered
 */
record DateTable(List<Row> rows, List<Coded> ways) {

  /** Keeps unmodifiable copies. */
  DateTable {
    rows = List.copyOf(rows);
    ways = List.copyOf(ways);
  }

  /**
   * A candidate.
   *
   * @param place in the posted form
   * @param day in words
   * @param startsAt as the form takes it
   * @param answer the code that is chosen; empty where none is
   * @param problem what is wrong with the row; null where nothing is
   */
  record Row(int place, String day, String startsAt, String answer, @Nullable String problem) {

    /** The name of a field of this row in the posted form. */
    public String field(String name) {
      return "replies[" + place + "]." + name;
    }
  }

  /** To be filled in: what was answered is there already. */
  static DateTable empty(AskedDates asked, AgencyId own, Instant now) {
    List<Instant> candidates = asked.candidates();
    return of(
        IntStream.range(0, candidates.size())
            .mapToObj(
                place -> {
                  Instant candidate = candidates.get(place);
                  DateAnswer answer = asked.repliesOf(own).get(candidate);
                  return new Row(
                      place,
                      day(asked, candidate, now),
                      TokyoTime.written(candidate),
                      answer == null ? "" : answer.name(),
                      null);
                })
            .toList());
  }

  /** As it was filled in and refused: every candidate of now, with what was chosen for it. */
  static DateTable typed(
      AskedDates asked, AgencyId own, Instant now, ObjectNode typed, List<FieldProblem> problems) {
    List<Instant> candidates = asked.candidates();
    return of(
        IntStream.range(0, candidates.size())
            .mapToObj(
                place -> {
                  String written = TokyoTime.written(candidates.get(place));
                  int posted = placeOf(typed, written);
                  String answer =
                      posted < 0
                          ? ""
                          : typed.path("replies").path(posted).path("answer").asString("");
                  return new Row(
                      place,
                      day(asked, candidates.get(place), now),
                      written,
                      answer,
                      answer.isEmpty() ? "○・△・×のどれかを選んでください。" : problem(problems, posted));
                })
            .toList());
  }

  private static DateTable of(List<Row> rows) {
    return new DateTable(
        rows,
        Choice.DATE_ANSWER.choices().stream()
            .map(answer -> new Coded(answer.name(), answer.meaning()))
            .toList());
  }

  private static String day(AskedDates asked, Instant candidate, Instant now) {
    LocalDate today = TokyoTime.dateOf(now);
    return DateWords.dayNear(TokyoTime.dateOf(candidate), today)
        + " "
        + DateWords.timeOf(candidate)
        + "〜"
        + DateWords.timeOf(candidate.plusSeconds(60L * asked.minutes()));
  }

  private static int placeOf(ObjectNode typed, String written) {
    List<JsonNode> rows = typed.path("replies").valueStream().toList();
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(row).path("startsAt").asString("").equals(written))
        .findFirst()
        .orElse(-1);
  }

  private static @Nullable String problem(List<FieldProblem> problems, int row) {
    return problems.stream()
        .filter(problem -> problem.field().startsWith("replies[" + row + "]"))
        .map(FieldProblem::problem)
        .findFirst()
        .orElse(null);
  }
}
