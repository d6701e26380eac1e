package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.stats.table.Combination;
import jp.tsunagu.stats.table.ConsultationTable;
import jp.tsunagu.stats.table.CountedCase;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountedCase.Reason;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 立川市 相談の種類. */
class ConsultationsFromTheLedgerTest {

  private static final Instant LATER = CaseStory.tokyo("2030-01-01T00:00");

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void the_72_consultations_of_fiscal_2020_come_out_of_the_ledger_row_by_row() throws IOException {
    List<String> printed = printed();
    List<CaseStory> stories = new ArrayList<>();
    for (int row = 0; row < printed.size(); row++) {
      String line = printed.get(row);
      long count = Long.parseLong(line.substring(line.lastIndexOf(',') + 1));
      for (long i = 0; i < count; i++) {
        stories.add(received(1000L + stories.size(), "2020-07-01T10:00", fieldsOfRow(row)));
      }
    }
    ledger.tell(stories.toArray(CaseStory[]::new));
    ConsultationTable table = table(2020);
    assertThat(table.total(Column.NEW)).isEqualTo(72);
    assertThat(
            table.rows().subList(0, printed.size()).stream()
                .map(row -> row.combination().label() + "," + row.count(Column.NEW)))
        .containsExactlyElementsOf(printed);
  }

  @Test
  void new_carried_over_and_reopened_stay_apart_over_the_turn_of_the_year() {
    CaseStory open = received(1, "2025-05-01T10:00", Field.POVERTY);
    CaseStory ended =
        received(2, "2025-05-01T10:00", Field.POVERTY).at("2026-03-31T17:00").supportEnded();
    CaseStory back = received(3, "2025-05-01T10:00", Field.POVERTY);
    back.at("2025-06-01T10:00").supportEnded();
    back.at("2026-05-24T10:00")
        .coordinationRequested("hokatsu", "desk", true)
        .coordinationAccepted();
    CaseStory fresh = received(4, "2026-04-01T00:00", Field.POVERTY);
    CaseStory fromPaper =
        new CaseStory(5)
            .at("2026-04-01T09:00")
            .received("desk", "chubu", ReceptionKind.CARRIED_OVER, null, Field.POVERTY);
    ledger.tell(open, ended, back, fresh, fromPaper);
    assertThat(columns(2025)).containsExactly(3, 0, 0);
    assertThat(columns(2026)).containsExactly(1, 2, 1);
    assertThat(table(2026).excluded())
        .extracting(CountedCase.Out::reason)
        .containsExactly(Reason.ENDED_BEFORE);
  }

  @Test
  void a_reception_that_is_entered_late_moves_the_right_year_and_so_does_an_end() {
    CaseStory late = received(1, "2026-03-31T23:59", Field.CHILDREN);
    ledger.tell(received(2, "2026-04-01T00:00", Field.CHILDREN), late);
    assertThat(columns(2025)).containsExactly(1, 0, 0);
    assertThat(columns(2026)).containsExactly(1, 1, 0);
    ledger.tell(
        late.at("2026-04-10T10:00").settled(Field.OTHER).at("2026-03-31T23:59").supportEnded());
    assertThat(columns(2026)).containsExactly(1, 0, 0);
  }

  @Test
  void settled_fields_move_the_row_where_the_city_counts_them_and_one_case_is_one_row() {
    CaseStory story =
        received(1, "2026-06-01T10:00", Field.OTHER)
            .at("2026-07-01T10:00")
            .settled(Field.POVERTY, Field.DISABILITY)
            .at("2026-08-01T10:00")
            .settled(Field.POVERTY, Field.CHILDREN);
    ledger.tell(story);
    assertThat(rows(FieldsCounted.AT_RECEPTION)).containsExactly("その他");
    assertThat(rows(FieldsCounted.AS_SETTLED)).containsExactly("子ども/困窮");
  }

  @Test
  void another_agencys_case_counts_from_when_the_desk_has_it_and_with_the_fields_of_that_day() {
    CaseStory story =
        new CaseStory(1)
            .at("2026-02-01T10:00")
            .received("hokatsu", "chubu", Field.ELDERLY_CARE)
            .at("2026-05-01T10:00")
            .settled(Field.ELDERLY_CARE, Field.POVERTY);
    ledger.tell(story);
    assertThat(table(2026).excluded())
        .extracting(CountedCase.Out::reason)
        .containsExactly(Reason.NOT_RECEIVED_BY_COUNTED_AGENCY);
    story.at("2026-06-01T10:00").sent(1, "hokatsu", "desk").at("2026-06-02T10:00").accepted(1);
    ledger.tell(story);
    assertThat(columns(2025)).containsExactly(0, 0, 0);
    assertThat(columns(2026)).containsExactly(1, 0, 0);
    assertThat(rows(FieldsCounted.AT_RECEPTION)).containsExactly("高齢・介護/困窮");
  }

  private List<Integer> columns(int year) {
    ConsultationTable table = table(year);
    return Stream.of(Column.NEW, Column.CARRIED_OVER, Column.REOPENED).map(table::total).toList();
  }

  private ConsultationTable table(int year) {
    return ConsultationTable.of(ledger.facts(), Town.COUNTING, new FiscalYear(year), LATER);
  }

  private List<String> rows(FieldsCounted fields) {
    return ConsultationTable.of(ledger.facts(), Town.counting(fields), new FiscalYear(2026), LATER)
        .rows()
        .stream()
        .filter(row -> row.count(Column.NEW) > 0)
        .map(row -> row.combination().label())
        .toList();
  }

  private static CaseStory received(long number, String time, Field... fields) {
    return new CaseStory(number).at(time).received("desk", "chubu", fields);
  }

  private static Field[] fieldsOfRow(int row) {
    return Combination.PRINTED.get(row).fields().toArray(Field[]::new);
  }

  private static List<String> printed() throws IOException {
    try (var file =
        ConsultationsFromTheLedgerTest.class.getResourceAsStream(
            "/tachikawa-fy2020-new-consultations.csv")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).filter(line -> !line.startsWith("計")).toList();
    }
  }
}
