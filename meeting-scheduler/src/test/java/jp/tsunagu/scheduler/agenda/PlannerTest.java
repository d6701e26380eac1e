package jp.tsunagu.scheduler.agenda;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.scheduler.agenda.Sittings.OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.SHIEN_OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.order;
import static jp.tsunagu.scheduler.agenda.Sittings.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannerTest {

  private static final MeetingId ELSEWHERE = new MeetingId("chiiki-care.2026-10-13");
  private static final Sitting SHARED = Sittings.shared(OCTOBER);

  @Test
  void items_follow_each_other_with_a_break_in_between() {
    Agenda agenda = Sittings.october(Ask.number(1), Ask.number(2));

    assertThat(agenda.placed())
        .extracting(one -> one.slot().position(), PlacedItem::startsAt, PlacedItem::endsAt)
        .containsExactly(
            tuple(1, Ask.tokyo("2026-10-13T15:00"), Ask.tokyo("2026-10-13T16:00")),
            tuple(2, Ask.tokyo("2026-10-13T16:10"), Ask.tokyo("2026-10-13T17:10")));
  }

  @Test
  void short_items_need_no_break_before_ninety_minutes() {
    Agenda agenda =
        Sittings.october(
            Ask.number(1).minutes(45), Ask.number(2).minutes(45), Ask.number(3).minutes(30));

    assertThat(agenda.placed())
        .extracting(PlacedItem::startsAt)
        .containsExactly(
            Ask.tokyo("2026-10-13T15:00"),
            Ask.tokyo("2026-10-13T15:45"),
            Ask.tokyo("2026-10-13T16:40"));
  }

  @Test
  void the_third_hour_has_no_room_and_goes_to_the_next_month() {
    Agenda agenda = Sittings.october(Ask.number(1), Ask.number(2), Ask.number(3));

    assertThat(order(agenda)).isEqualTo(requests(1, 2));
    assertThat(agenda.carried())
        .extracting(CarriedItem::requestId, CarriedItem::reason, CarriedItem::next)
        .containsExactly(tuple(Ask.request(3), CarryReason.NO_ROOM, OCTOBER.plusDays(28)));
  }

  @Test
  void an_extra_meeting_is_proposed_for_who_is_carried_a_second_time_and_for_emergencies() {
    Agenda second =
        Sittings.plan(
            SHARED,
            Ask.number(1).urgent().build(),
            Ask.number(2).urgent().build(),
            Ask.number(3).build().carried(1),
            Ask.number(4).urgent().build());

    assertThat(order(second)).isEqualTo(requests(1, 2));
    assertThat(second.carried())
        .extracting(CarriedItem::requestId, CarriedItem::next, CarriedItem::extraProposed)
        .containsExactly(tuple(Ask.request(3), null, true), tuple(Ask.request(4), null, true));
  }

  @Test
  void a_smaller_item_takes_the_room_a_larger_one_cannot_use() {
    Agenda agenda =
        Sittings.october(
            Ask.number(1).minutes(100), Ask.number(2).minutes(60), Ask.number(3).minutes(20));

    assertThat(order(agenda)).isEqualTo(requests(1, 3));
  }

  @Test
  void who_comes_first_is_decided_rule_by_rule() {
    Candidate kept = Ask.number(9).placed(SHIEN_OCTOBER, SHARED.startsAt()).build();
    Candidate emergency = Ask.number(8).urgent().build();
    Candidate monitoring = Ask.number(7).due("2026-10-31").build();
    Candidate byHand =
        Ask.number(6).build().placedByHand(new HandPlacement(SHIEN_OCTOBER, null, "sonota"));
    Candidate carried = Ask.number(5).build().carried(2);
    Candidate carriedOnce = Ask.number(4).build().carried(1);
    Candidate waiting = Ask.number(3).at("2026-08-20T10:00").build();
    Candidate one = Ask.number(1).build();
    Candidate two = Ask.number(2).build();

    List<Candidate> expected =
        List.of(kept, emergency, monitoring, byHand, carried, carriedOnce, waiting, one, two);
    assertThat(
            expected.reversed().stream().map(item -> Entry.of(item, SHARED)).sorted(Priority.ORDER))
        .extracting(Entry::candidate)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void lanes_are_heard_one_after_the_other_support_conference_first() {
    Agenda agenda =
        Sittings.october(
            Ask.number(1).in(PLAN_CONFERENCE).minutes(30).urgent(),
            Ask.number(2).minutes(30),
            Ask.number(3).in(PLAN_CONFERENCE).minutes(30),
            Ask.number(4).minutes(30));

    assertThat(order(agenda)).isEqualTo(requests(2, 4, 1, 3));
  }

  @Test
  void an_emergency_is_heard_first_in_its_lane() {
    Agenda agenda =
        Sittings.october(
            Ask.number(1).minutes(30),
            Ask.number(2).minutes(30),
            Ask.number(3).minutes(30).urgent());

    assertThat(order(agenda)).isEqualTo(requests(3, 1, 2));
  }

  @Test
  void items_of_one_agency_are_back_to_back() {
    Agenda agenda =
        Sittings.october(
            Ask.number(1).minutes(20).by("shakyo").with("hokensho"),
            Ask.number(2).minutes(20).by("nozei").with("kankyo"),
            Ask.number(3).minutes(20).by("jiritsu-soudan").with("hokensho"),
            Ask.number(4).minutes(20).by("kankyo"));

    assertThat(order(agenda)).isEqualTo(requests(1, 3, 2, 4));
  }

  @Test
  void agencies_that_must_not_be_named_bring_no_items_together() {
    String withheld = AgencyId.WITHHELD.value();
    Agenda agenda =
        Sittings.october(
            Ask.number(1).minutes(20).by("shakyo").with(withheld),
            Ask.number(2).minutes(20).by("nozei"),
            Ask.number(3).minutes(20).by("kankyo").with(withheld));

    assertThat(order(agenda)).isEqualTo(requests(1, 2, 3));
  }

  @Test
  void what_the_desk_places_by_hand_has_its_position_in_its_lane() {
    Candidate last =
        Ask.number(1)
            .minutes(30)
            .urgent()
            .build()
            .placedByHand(new HandPlacement(SHIEN_OCTOBER, 9, "sonota"));
    Candidate second =
        Ask.number(2)
            .minutes(30)
            .build()
            .placedByHand(new HandPlacement(SHIEN_OCTOBER, 2, "sonota"));

    Agenda agenda =
        Sittings.plan(
            SHARED,
            last,
            second,
            Ask.number(3).minutes(30).build(),
            Ask.number(4).minutes(30).build());

    assertThat(order(agenda)).isEqualTo(requests(3, 2, 4, 1));
  }

  @Test
  void an_agency_that_sits_elsewhere_is_heard_at_another_time_if_there_is_one() {
    Agenda agenda =
        planBusy(
            busy("hokensho", "15:00", "16:00"),
            Ask.number(1).with("hokensho").build(),
            Ask.number(2).build());

    assertThat(order(agenda)).isEqualTo(requests(2, 1));
    assertThat(agenda.conflicts()).isEmpty();
  }

  @Test
  void two_meetings_at_one_hour_are_reported_when_no_order_avoids_them() {
    Agenda agenda =
        planBusy(
            busy("hokensho", "15:30", "16:30"),
            Ask.number(1).with("hokensho").build(),
            Ask.number(2).build());

    assertThat(agenda.placed()).hasSize(2);
    assertThat(agenda.conflicts())
        .singleElement()
        .extracting(
            Conflict::agency, Conflict::requestId, Conflict::other, Conflict::from, Conflict::until)
        .containsExactly(
            new AgencyId("hokensho"),
            Ask.request(1),
            ELSEWHERE,
            Ask.tokyo("2026-10-13T15:30"),
            Ask.tokyo("2026-10-13T16:00"));
  }

  @Test
  void evading_another_meeting_leaves_the_emergency_first() {
    Agenda agenda =
        planBusy(
            busy("hokensho", "15:00", "16:00"),
            Ask.number(1).urgent().with("hokensho").build(),
            Ask.number(2).build());

    assertThat(order(agenda)).isEqualTo(requests(1, 2));
    assertThat(agenda.conflicts()).hasSize(1);
  }

  @Test
  void the_text_of_an_agenda_is_the_same_for_equal_agendas_only() {
    Agenda one = Sittings.october(Ask.number(1), Ask.number(2), Ask.number(3));
    Agenda same = Sittings.october(Ask.number(3), Ask.number(1), Ask.number(2));
    Agenda other = Sittings.october(Ask.number(1), Ask.number(2));

    assertThat(same).isEqualTo(one);
    assertThat(same.digest()).isEqualTo(one.digest()).hasSize(64);
    assertThat(other.digest()).isNotEqualTo(one.digest());
    assertThat(one.canonicalText())
        .startsWith("agenda\t2026-10-13T06:00:00Z\t135\nlane\tshien-kaigi.2026-10-13\t")
        .contains("\tNO_ROOM\t2026-11-10\tfalse\n");
  }

  @Test
  void a_request_that_stands_twice_is_a_fault() {
    List<Candidate> twice =
        LongStream.of(1, 1).mapToObj(number -> Ask.number(number).build()).toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlanInput.of(SHARED, twice, SHARED.startsAt()));
  }

  private static Agenda planBusy(BusyTime busy, Candidate... candidates) {
    Instant now = SHARED.startsAt();
    return Planner.plan(
        new PlanInput(SHARED, List.of(candidates), List.of(busy), now, BreakRule.standard()));
  }

  private static BusyTime busy(String agency, String from, String until) {
    return new BusyTime(
        new AgencyId(agency),
        Ask.tokyo("2026-10-13T" + from),
        Ask.tokyo("2026-10-13T" + until),
        ELSEWHERE);
  }
}
