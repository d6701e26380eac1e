package jp.tsunagu.scheduler.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDay;
import jp.tsunagu.scheduler.body.MeetingDays;
import jp.tsunagu.scheduler.body.MeetingNames;
import jp.tsunagu.scheduler.figures.ConferenceFigures;
import jp.tsunagu.scheduler.figures.HeldItem;
import jp.tsunagu.scheduler.figures.MeetingFigures;
import jp.tsunagu.scheduler.figures.ParticipantRules;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * What 国分寺市 really held from April to December 2023, planned again. Days, kinds and sessions are
 * published; which case was heard when in a 支援会議 is not, and is made up so that the published
 * counts come out.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KokubunjiFiscalYear2023Test {

  private static final FiscalYear YEAR = new FiscalYear(2023);

  /** Cases 1 to 7 in 支援会議, case 8 in 重層的支援会議. */
  private static final Map<String, List<Integer>> CASES =
      Map.ofEntries(
          Map.entry("2023-05-09 重層的支援会議", List.of(8)),
          Map.entry("2023-06-13 重層的支援会議", List.of(8)),
          Map.entry("2023-06-14 支援会議", List.of(1)),
          Map.entry("2023-07-11 支援会議", List.of(1, 2)),
          Map.entry("2023-09-12 支援会議", List.of(3)),
          Map.entry("2023-09-19 支援会議", List.of(4)),
          Map.entry("2023-10-10 支援会議", List.of(2)),
          Map.entry("2023-10-10 重層的支援会議", List.of(8)),
          Map.entry("2023-11-14 支援会議", List.of(5, 3)),
          Map.entry("2023-12-11 支援会議", List.of(6)),
          Map.entry("2023-12-12 支援会議", List.of(7)));

  private final List<Held> published = read();

  @Test
  void the_rule_gives_the_second_Tuesdays_and_the_closings_a_month_before() {
    MeetingDays days = Sittings.days(SUPPORT_CONFERENCE);

    assertThat(ruleDays())
        .extracting(LocalDate::toString)
        .containsExactly(
            "2023-04-11",
            "2023-05-09",
            "2023-06-13",
            "2023-07-11",
            "2023-08-08",
            "2023-09-12",
            "2023-10-10",
            "2023-11-14",
            "2023-12-12",
            "2024-01-09",
            "2024-02-13",
            "2024-03-12");
    for (int month = 1; month < 12; month++) {
      assertThat(days.closing(ruleDays().get(month), DeskDecisions.none()).known())
          .contains(Ask.tokyo(ruleDays().get(month - 1) + "T17:15"));
    }
  }

  @Test
  void every_regular_meeting_is_on_a_rule_day_but_not_every_meeting_on_a_rule_day_is_regular() {
    assertThat(published)
        .filteredOn(held -> held.session() == SessionKind.REGULAR)
        .hasSize(7)
        .allMatch(held -> ruleDays().contains(held.date()));
    assertThat(published)
        .filteredOn(held -> held.session() == SessionKind.EXTRA)
        .filteredOn(held -> ruleDays().contains(held.date()))
        .extracting(Held::date, Held::kind)
        .containsExactly(tuple(LocalDate.of(2023, 10, 10), SUPPORT_CONFERENCE));
  }

  @Test
  void every_meeting_is_planned_with_its_cases_and_the_session_that_was_recorded() {
    for (List<Held> sitting : sittings()) {
      Agenda agenda = plan(sitting);
      for (Held held : sitting) {
        LaneAgenda lane = agenda.of(held.meetingId());
        assertThat(lane.items()).as(held.name()).hasSameSizeAs(held.cases());
        assertThat(lane.session()).isEqualTo(held.session());
      }
      assertThat(agenda.carried()).isEmpty();
    }
  }

  @Test
  void on_10_October_both_kinds_share_the_slot_one_extra_and_one_regular() {
    Agenda agenda =
        plan(sittings().stream().filter(rows -> rows.size() == 2).findFirst().orElseThrow());

    assertThat(agenda.lanes())
        .extracting(LaneAgenda::conference, LaneAgenda::session, lane -> lane.items().size())
        .containsExactly(
            tuple(SUPPORT_CONFERENCE, SessionKind.EXTRA, 1),
            tuple(PLAN_CONFERENCE, SessionKind.REGULAR, 1));
  }

  @Test
  void a_request_just_after_the_closing_hour_goes_to_the_next_second_Tuesday() {
    for (int month = 1; month < 11; month++) {
      LocalDate ruleDay = ruleDays().get(month);
      Instant closing = Ask.tokyo(ruleDays().get(month - 1) + "T17:15");
      Agenda agenda =
          Sittings.plan(
              Sittings.shared(ruleDay),
              Ask.number(1).at(closing).build(),
              Ask.number(2).at(closing.plusMillis(1)).build(),
              Ask.number(3).at(closing.plusMillis(1)).in(PLAN_CONFERENCE).build());

      assertThat(Sittings.order(agenda)).isEqualTo(Sittings.requests(1));
      assertThat(agenda.carried())
          .extracting(CarriedItem::requestId, CarriedItem::reason, CarriedItem::next)
          .containsExactly(
              tuple(Ask.request(2), CarryReason.AFTER_CLOSING, ruleDays().get(month + 1)),
              tuple(Ask.request(3), CarryReason.AFTER_CLOSING, ruleDays().get(month + 1)));
    }
  }

  @Test
  void a_second_Tuesday_without_items_is_not_held() {
    assertThat(Sittings.plan(Sittings.shared(LocalDate.of(2023, 8, 8))).notHeld()).isTrue();
  }

  @Test
  void the_published_counts_come_out() {
    List<HeldItem> facts = sittings().stream().flatMap(this::facts).toList();
    MeetingFigures figures =
        MeetingFigures.of(YEAR, facts, new ParticipantRules(false, Set.of(), Map.of()));
    ConferenceFigures support = figures.of(SUPPORT_CONFERENCE);
    ConferenceFigures plan = figures.of(PLAN_CONFERENCE);

    assertThat(support.casesLabel()).isEqualTo("7件(10件)");
    assertThat(plan.casesLabel()).isEqualTo("1件(3件)");
    assertThat(support.meetings())
        .containsEntry(SessionKind.REGULAR, 4)
        .containsEntry(SessionKind.EXTRA, 4);
    assertThat(plan.meetings())
        .containsEntry(SessionKind.REGULAR, 3)
        .containsEntry(SessionKind.EXTRA, 0);
    assertThat(support.held() + plan.held()).isEqualTo(11);
  }

  private Stream<HeldItem> facts(List<Held> sitting) {
    Agenda agenda = plan(sitting);
    return agenda.lanes().stream()
        .flatMap(lane -> lane.items().stream().map(item -> fact(lane, item)));
  }

  /** The case has the number of the item without its month. */
  private static HeldItem fact(LaneAgenda lane, PlacedItem item) {
    long number = item.requestId().value().getLeastSignificantBits() % 10;
    return new HeldItem(
        lane.meetingId(),
        Ask.number(number).build().caseId(),
        lane.conference(),
        item.startsAt(),
        lane.session(),
        lane.organiser(),
        Set.copyOf(item.agencies()));
  }

  /** Regular items asked at the last moment before closing, extra ones the day before. */
  private static Agenda plan(List<Held> sitting) {
    List<Candidate> candidates = new ArrayList<>();
    for (Held held : sitting) {
      for (int number : held.cases()) {
        candidates.add(asked(held, number));
      }
    }
    LocalDate date = sitting.getFirst().date();
    List<Lane> lanes = sitting.stream().map(KokubunjiFiscalYear2023Test::lane).toList();
    return Sittings.plan(
        new Sitting(Ask.tokyo(date + "T15:00"), 135, lanes), candidates.toArray(Candidate[]::new));
  }

  private static Candidate asked(Held held, int number) {
    Instant at =
        held.session() == SessionKind.REGULAR
            ? closing(held)
            : Ask.tokyo(held.date().minusDays(1) + "T10:00");
    return Ask.number(held.date().getMonthValue() * 1_000L + number).in(held.kind()).at(at).build();
  }

  private static Instant closing(Held held) {
    return Sittings.days(held.kind())
        .closing(held.date(), DeskDecisions.none())
        .known()
        .orElseThrow();
  }

  private static Lane lane(Held held) {
    Lane regular = Sittings.lane(held.kind(), held.date());
    return new Lane(
        held.meetingId(),
        regular.body(),
        new LaneRules(held.kind(), regular.organiser(), Set.of(), true),
        held.session(),
        regular.closing(),
        regular.later());
  }

  private List<List<Held>> sittings() {
    return List.copyOf(
        published.stream().collect(groupingBy(Held::date, TreeMap::new, toList())).values());
  }

  private static List<LocalDate> ruleDays() {
    return Sittings.days(SUPPORT_CONFERENCE)
        .between(YEAR.first(), YEAR.last(), DeskDecisions.none())
        .stream()
        .map(MeetingDay::ruleDay)
        .toList();
  }

  private static List<Held> read() {
    try (InputStream file =
        Objects.requireNonNull(
            KokubunjiFiscalYear2023Test.class.getResourceAsStream(
                "/kokubunji-fy2023-meetings.csv"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .map(KokubunjiFiscalYear2023Test::held)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Held held(String[] fields) {
    return new Held(
        LocalDate.parse(fields[0]),
        Arrays.stream(ConferenceKind.values())
            .filter(kind -> kind.label().equals(fields[1]))
            .findFirst()
            .orElseThrow(),
        Arrays.stream(SessionKind.values())
            .filter(session -> session.label().equals(fields[2]))
            .findFirst()
            .orElseThrow());
  }

  /** A row of the published table. */
  private record Held(LocalDate date, ConferenceKind kind, SessionKind session) {

    String name() {
      return date + " " + kind.label();
    }

    List<Integer> cases() {
      return Objects.requireNonNull(CASES.get(name()));
    }

    MeetingId meetingId() {
      var body = kind == SUPPORT_CONFERENCE ? Sittings.SHIEN : Sittings.JUSO;
      return session == SessionKind.REGULAR
          ? MeetingNames.regular(body, date)
          : MeetingNames.extra(body, date, 1);
    }
  }
}
