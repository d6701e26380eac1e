package jp.tsunagu.stats.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.table.CountedCase.Column;
import jp.tsunagu.stats.table.CountedCase.Reason;
import jp.tsunagu.stats.table.CountingRules.FieldsCounted;
import jp.tsunagu.stats.table.CountingRules.ReopenedAs;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationTableTest {
  private static final FiscalYear FY2020 = new FiscalYear(2020);
  private static final Instant LATER = CaseStory.tokyo("2030-01-01T00:00");

  @Test
  void the_72_consultations_of_fiscal_2020_give_the_printed_table_row_by_row() throws IOException {
    List<String> printed = printedTable();
    ConsultationTable table = count(FY2020, casesOf(printed));
    List<String> counted =
        table.rows().subList(0, 26).stream()
            .map(row -> row.combination().label() + "," + row.count(Column.NEW))
            .toList();
    assertThat(counted).containsExactlyElementsOf(printed);
    assertThat(table.total(Column.NEW)).isEqualTo(72);
    assertThat(table.total(Column.CARRIED_OVER) + table.total(Column.REOPENED)).isZero();
    assertThat(table.excluded()).isEmpty();
  }

  @Test
  void all_of_them_are_carried_over_into_the_next_year_while_they_are_open() throws IOException {
    ConsultationTable next = count(new FiscalYear(2021), casesOf(printedTable()));
    assertThat(next.total(Column.CARRIED_OVER)).isEqualTo(72);
    assertThat(next.total(Column.NEW)).isZero();
  }

  @Test
  void nothing_is_carried_over_into_a_year_that_has_not_begun() throws IOException {
    ConsultationTable next =
        ConsultationTable.of(
            casesOf(printedTable()),
            rules(FieldsCounted.AT_RECEPTION, ReopenedAs.REOPENED),
            new FiscalYear(2021),
            CaseStory.tokyo("2021-03-31T23:59"));
    assertThat(next.total(Column.CARRIED_OVER)).isZero();
  }

  @Test
  void the_five_combinations_that_are_not_printed_have_rows_too() {
    assertThat(Combination.ALL).hasSize(31).doesNotHaveDuplicates();
    assertThat(Combination.ALL.subList(26, 31))
        .extracting(Combination::label)
        .containsExactly("高齢・介護/子ども/障害/困窮", "高齢・介護/子ども/困窮/その他", "子ども/障害/困窮", "障害/困窮/その他", "子ども/障害");
    CaseStory story =
        new CaseStory(1)
            .at("2020-05-01T10:00")
            .received("desk", "chubu", Field.CHILDREN, Field.DISABILITY);
    ConsultationTable table = count(FY2020, List.of(story.facts()));
    assertThat(table.rows().get(30).count(Column.NEW)).isOne();
  }

  @Test
  void the_year_turns_at_midnight_in_tokyo() {
    CaseStory before =
        new CaseStory(1).at("2021-03-31T23:59").received("desk", "chubu", Field.OTHER);
    CaseStory after =
        new CaseStory(2).at("2021-04-01T00:00").received("desk", "chubu", Field.OTHER);
    List<CaseFacts> both = List.of(before.facts(), after.facts());
    assertThat(count(FY2020, both).total(Column.NEW)).isOne();
    ConsultationTable next = count(new FiscalYear(2021), both);
    assertThat(next.total(Column.NEW)).isOne();
    assertThat(next.total(Column.CARRIED_OVER)).isOne();
  }

  @Test
  void what_ends_in_the_first_moment_of_a_year_was_carried_into_it() {
    CaseStory story =
        new CaseStory(1)
            .at("2020-06-01T10:00")
            .received("desk", "chubu", Field.POVERTY)
            .at("2021-04-01T00:00")
            .supportEnded();
    assertThat(count(new FiscalYear(2021), List.of(story.facts())).total(Column.CARRIED_OVER))
        .isOne();
    assertThat(count(new FiscalYear(2022), List.of(story.facts())).excluded()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(FieldsCounted.class)
  void one_case_is_one_row_whichever_fields_count(FieldsCounted fields) {
    CaseStory story =
        new CaseStory(1)
            .at("2020-06-01T10:00")
            .received("desk", "chubu", Field.POVERTY)
            .at("2020-07-01T10:00")
            .settled(Field.POVERTY, Field.DISABILITY);
    ConsultationTable table =
        ConsultationTable.of(
            List.of(story.facts()), rules(fields, ReopenedAs.REOPENED), FY2020, LATER);
    assertThat(table.total(Column.NEW)).isOne();
    assertThat(row(table, fields == FieldsCounted.AS_SETTLED ? "障害/困窮" : "困窮")).isOne();
  }

  @ParameterizedTest
  @EnumSource(ReopenedAs.class)
  void what_comes_back_after_its_end_stands_where_the_city_wants_it(ReopenedAs setting) {
    CaseStory story =
        new CaseStory(1)
            .at("2020-06-01T10:00")
            .received("desk", "chubu", Field.POVERTY)
            .at("2020-12-01T10:00")
            .supportEnded()
            .at("2021-05-24T10:00")
            .coordinationRequested("hokatsu", "desk", true)
            .coordinationAccepted();
    ConsultationTable table =
        ConsultationTable.of(
            List.of(story.facts()),
            rules(FieldsCounted.AT_RECEPTION, setting),
            new FiscalYear(2021),
            LATER);
    Column expected =
        switch (setting) {
          case REOPENED -> Column.REOPENED;
          case NEW -> Column.NEW;
          case CARRIED_OVER -> Column.CARRIED_OVER;
        };
    assertThat(table.total(expected)).isOne();
    assertThat(
            table.rows().stream()
                .mapToInt(row -> row.cases().values().stream().mapToInt(List::size).sum())
                .sum())
        .isOne();
  }

  @Test
  void what_does_not_count_is_named_with_its_reason() {
    CaseStory elsewhere =
        new CaseStory(1).at("2020-06-01T10:00").received("hokatsu", "chubu", Field.OTHER);
    CaseStory later =
        new CaseStory(2).at("2021-06-01T10:00").received("desk", "chubu", Field.OTHER);
    CaseStory ended =
        new CaseStory(3)
            .at("2019-06-01T10:00")
            .received("desk", "chubu", Field.OTHER)
            .at("2019-07-01T10:00")
            .supportEnded();
    CaseStory hidden =
        new CaseStory(4)
            .at("2020-06-01T10:00")
            .received("withheld", "withheld", Field.OTHER)
            .protect();
    List<CaseFacts> facts =
        List.of(elsewhere, later, ended, hidden).stream().map(CaseStory::facts).toList();
    assertThat(count(FY2020, facts).excluded())
        .extracting(CountedCase.Out::reason)
        .containsExactly(
            Reason.NOT_RECEIVED_BY_COUNTED_AGENCY,
            Reason.LATER_YEAR,
            Reason.ENDED_BEFORE,
            Reason.AGENCY_WITHHELD);
  }

  @Test
  void what_came_over_from_paper_is_carried_over_and_never_new() {
    CaseStory story =
        new CaseStory(1)
            .at("2020-04-02T10:00")
            .received("desk", "chubu", ReceptionKind.CARRIED_OVER, null, Field.OTHER);
    ConsultationTable table = count(FY2020, List.of(story.facts()));
    assertThat(table.total(Column.CARRIED_OVER)).isOne();
    assertThat(table.total(Column.NEW)).isZero();
  }

  @Test
  void a_sheet_is_the_desks_until_the_agency_accepts_it() {
    CaseStory story =
        new CaseStory(1)
            .at("2021-03-01T10:00")
            .received("hokatsu", "chubu", Field.OTHER)
            .sheet(1, "hokatsu", "desk")
            .at("2021-03-03T10:00")
            .triaged(1, "hokatsu", "shakyo")
            .at("2021-04-02T10:00")
            .accepted(1);
    assertThat(count(FY2020, List.of(story.facts())).total(Column.NEW)).isOne();
    assertThat(count(new FiscalYear(2021), List.of(story.facts())).total(Column.CARRIED_OVER))
        .isOne();
    assertThat(count(new FiscalYear(2022), List.of(story.facts())).total(Column.CARRIED_OVER))
        .isZero();
  }

  private static ConsultationTable count(FiscalYear year, List<CaseFacts> facts) {
    return ConsultationTable.of(
        facts, rules(FieldsCounted.AT_RECEPTION, ReopenedAs.REOPENED), year, LATER);
  }

  private static CountingRules rules(FieldsCounted fields, ReopenedAs reopened) {
    return new CountingRules(
        Set.of(new AgencyId("desk")), fields, reopened, Set.of(), Map.of(), Map.of(), Set.of());
  }

  private static int row(ConsultationTable table, String label) {
    return table.rows().stream()
        .filter(row -> row.combination().label().equals(label))
        .mapToInt(row -> row.count(Column.NEW))
        .sum();
  }

  private static List<String> printedTable() throws IOException {
    try (InputStream file =
        ConsultationTableTest.class.getResourceAsStream(
            "/tachikawa-fy2020-new-consultations.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  /** As many cases as each row says, on days of the whole year, in a seeded order. */
  private static List<CaseFacts> casesOf(List<String> rows) {
    Random random = new Random(2020);
    List<CaseFacts> cases = new ArrayList<>();
    for (String row : rows) {
      int comma = row.lastIndexOf(',');
      Field[] fields = fields(row.substring(0, comma));
      for (int i = Integer.parseInt(row.substring(comma + 1)); i > 0; i--) {
        LocalDate day = FY2020.first().plusDays(random.nextInt(365));
        CaseStory story = new CaseStory(cases.size() + 1L).at(day + "T10:00");
        cases.add(
            random.nextBoolean()
                ? story.received("desk", "chubu", fields).facts()
                : story.received("hokatsu", "chubu", fields).sheet(1, "hokatsu", "desk").facts());
      }
    }
    Collections.shuffle(cases, random);
    return cases;
  }

  private static Field[] fields(String label) {
    return List.of(Field.values()).stream()
        .filter(field -> List.of(label.split("/")).contains(field.label()))
        .toArray(Field[]::new);
  }
}
