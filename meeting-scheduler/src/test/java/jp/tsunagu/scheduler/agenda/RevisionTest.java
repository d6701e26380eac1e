package jp.tsunagu.scheduler.agenda;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.scheduler.agenda.Sittings.JUSO_OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.SHIEN_OCTOBER;
import static jp.tsunagu.scheduler.agenda.Sittings.order;
import static jp.tsunagu.scheduler.agenda.Sittings.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An agenda that is published and planned anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RevisionTest {

  private static final Sitting SHARED = Sittings.shared(OCTOBER);
  private static final Instant THREE = Ask.tokyo("2026-10-13T15:00");
  private static final Instant HALF_PAST_THREE = Ask.tokyo("2026-10-13T15:30");
  private static final Instant FOUR = Ask.tokyo("2026-10-13T16:00");
  private static final String LATE = "2026-10-01T10:00";

  @Test
  void nothing_changed_leaves_every_time_as_it_was() {
    Agenda again = Sittings.october(placed(1, THREE), placed(2, HALF_PAST_THREE), placed(3, FOUR));

    assertThat(again.placed())
        .extracting(PlacedItem::requestId, PlacedItem::startsAt)
        .containsExactly(
            tuple(Ask.request(1), THREE),
            tuple(Ask.request(2), HALF_PAST_THREE),
            tuple(Ask.request(3), FOUR));
  }

  @Test
  void a_withdrawn_item_leaves_a_gap_that_a_new_one_takes() {
    Agenda withdrawn = Sittings.october(placed(1, THREE), placed(3, FOUR));
    Agenda taken = Sittings.october(placed(1, THREE), placed(3, FOUR), Ask.number(4).minutes(30));

    assertThat(withdrawn.placed()).extracting(PlacedItem::startsAt).containsExactly(THREE, FOUR);
    assertThat(order(taken)).isEqualTo(requests(1, 4, 3));
    assertThat(taken.placed())
        .extracting(PlacedItem::startsAt)
        .containsExactly(THREE, HALF_PAST_THREE, FOUR);
  }

  @Test
  void what_comes_later_never_pushes_out_what_is_published() {
    Agenda agenda =
        Sittings.plan(
            SHARED,
            placed(1, THREE).minutes(60).build(),
            placed(2, Ask.tokyo("2026-10-13T16:10")).minutes(60).build(),
            Ask.number(3).urgent().at(LATE).build().admittedLate("sonota"),
            Ask.number(4).due("2026-10-31").build());

    assertThat(order(agenda)).isEqualTo(requests(1, 2));
    assertThat(agenda.carried())
        .extracting(CarriedItem::requestId, CarriedItem::reason, CarriedItem::extraProposed)
        .containsExactly(
            tuple(Ask.request(3), CarryReason.NO_ROOM, true),
            tuple(Ask.request(4), CarryReason.NO_ROOM, true));
  }

  /** 手順15 of the first scenario: after closing, but no later than before. */
  @Test
  void consent_moves_an_item_to_the_other_lane_and_it_is_not_late() {
    Agenda agenda = Sittings.october(placed(1, THREE).in(PLAN_CONFERENCE).at(LATE));

    assertThat(agenda.of(SHIEN_OCTOBER).notHeld()).isTrue();
    assertThat(agenda.of(JUSO_OCTOBER).items())
        .extracting(PlacedItem::requestId, PlacedItem::meetingId)
        .containsExactly(tuple(Ask.request(1), JUSO_OCTOBER));
    assertThat(agenda.of(JUSO_OCTOBER).organiser()).hasToString("shakyo");
    assertThat(agenda.carried()).isEmpty();
  }

  @Test
  void an_item_that_changes_its_lane_goes_behind_the_lane_and_the_others_stay() {
    Agenda agenda =
        Sittings.october(
            placed(1, THREE).in(PLAN_CONFERENCE),
            placed(2, HALF_PAST_THREE),
            placed(3, FOUR, JUSO_OCTOBER).in(PLAN_CONFERENCE));

    assertThat(order(agenda)).isEqualTo(requests(2, 3, 1));
    assertThat(agenda.placed()).extracting(PlacedItem::startsAt).startsWith(HALF_PAST_THREE, FOUR);
  }

  @Test
  void without_a_gap_in_its_new_lane_everything_closes_up_in_the_old_order() {
    Instant ten = Ask.tokyo("2026-10-13T16:10");
    Agenda agenda =
        Sittings.october(
            placed(1, THREE).minutes(60).in(PLAN_CONFERENCE), placed(2, ten).minutes(60));

    assertThat(order(agenda)).isEqualTo(requests(2, 1));
    assertThat(agenda.placed()).extracting(PlacedItem::startsAt).containsExactly(THREE, ten);
  }

  @Test
  void a_meeting_that_is_moved_takes_its_items_along_in_their_order() {
    Sitting moved = new Sitting(SHARED.startsAt().plus(Duration.ofDays(7)), 135, SHARED.lanes());
    Agenda agenda =
        Sittings.plan(moved, placed(1, HALF_PAST_THREE).build(), placed(2, THREE).at(LATE).build());

    assertThat(order(agenda)).isEqualTo(requests(2, 1));
    assertThat(agenda.placed().getFirst().startsAt()).isEqualTo(moved.startsAt());
  }

  @Test
  void a_shorter_meeting_carries_who_comes_last() {
    Sitting shorter = new Sitting(SHARED.startsAt(), 60, SHARED.lanes());
    Agenda agenda =
        Sittings.plan(
            shorter,
            placed(1, THREE).build(),
            placed(2, HALF_PAST_THREE).build(),
            placed(3, FOUR).at("2026-08-01T10:00").build());

    assertThat(agenda.placed()).hasSize(2);
    assertThat(agenda.carried())
        .extracting(CarriedItem::reason)
        .containsExactly(CarryReason.NO_ROOM);
  }

  @Test
  void the_desk_can_put_another_order_to_a_published_agenda() {
    Candidate first =
        placed(2, HALF_PAST_THREE)
            .build()
            .placedByHand(new HandPlacement(SHIEN_OCTOBER, 1, "sonota"));
    Agenda agenda = Sittings.plan(SHARED, placed(1, THREE).build(), first);

    assertThat(order(agenda)).isEqualTo(requests(2, 1));
  }

  private static Ask placed(long number, Instant start) {
    return placed(number, start, SHIEN_OCTOBER);
  }

  private static Ask placed(long number, Instant start, MeetingId meeting) {
    return Ask.number(number).minutes(30).placed(meeting, start);
  }
}
