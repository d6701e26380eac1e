package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.meeting.World.DESK;
import static jp.tsunagu.scheduler.meeting.World.HOKATSU;
import static jp.tsunagu.scheduler.meeting.World.HOKENSHO;
import static jp.tsunagu.scheduler.meeting.World.SHAKYO;
import static jp.tsunagu.scheduler.meeting.World.SHIEN;
import static jp.tsunagu.scheduler.meeting.World.SHOGAI;
import static jp.tsunagu.scheduler.meeting.World.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RecordMeetingHeld;
import jp.tsunagu.contract.meeting.Attendee;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.RecordAttendance;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.Presence;
import org.junit.jupiter.api.Test;

/** Whoever took part in a meeting stands in the ledger of an item; a cut is refused. */
class WhoTookPartStandsInTheLedgerTest {
  private static final MeetingId OCTOBER = new MeetingId("shien-kaigi.2026-10-13");
  private static final Instant START = time("2026-10-13T15:00");

  private final World world = World.from("2026-09-01T09:00");

  private ItemRef item(AgencyId... members) {
    ItemRef item = world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.appoint(item, members);
    return item;
  }

  private Outcome record(Attendee... attendees) {
    return world.tell(
        header -> new RecordAttendance(header, OCTOBER, START, List.of(attendees)), SHIEN);
  }

  private void comeTheDay() {
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
    world.at("2026-10-13T17:00");
  }

  private static Attendee there(AgencyId agency, ItemRef... items) {
    return new Attendee(agency, Presence.ATTENDED, null, List.of(items));
  }

  private Map<MeetingRequestId, Set<AgencyId>> attended() {
    return world.asked(RecordMeetingHeld.class).stream()
        .collect(Collectors.toMap(RecordMeetingHeld::requestId, RecordMeetingHeld::attended));
  }

  @Test
  void who_came_uninvited_to_the_only_item_is_recorded_with_it() {
    ItemRef only = item(HOKATSU);
    comeTheDay();
    assertThat(record(there(HOKATSU), there(HOKENSHO))).isInstanceOf(Outcome.Done.class);
    assertThat(attended()).containsEntry(only.requestId(), Set.of(HOKATSU, HOKENSHO));
  }

  @Test
  void who_came_uninvited_to_one_of_several_items_is_recorded_once_it_is_said_which() {
    ItemRef one = item(HOKATSU);
    ItemRef other = item(SHOGAI);
    comeTheDay();
    assertThat(record(there(HOKATSU), there(HOKENSHO)))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.ATTENDEE_OF_NO_ITEM));
    assertThat(world.happened(ConferenceHeld.class)).isEmpty();
    record(there(HOKATSU), there(SHOGAI), there(HOKENSHO, other));
    assertThat(attended())
        .containsEntry(one.requestId(), Set.of(HOKATSU))
        .containsEntry(other.requestId(), Set.of(SHOGAI, HOKENSHO));
  }

  @Test
  void the_refusal_names_the_row_and_what_can_stand_there() {
    ItemRef one = item(HOKATSU);
    ItemRef other = item(SHOGAI);
    comeTheDay();
    RecordAttendance command =
        new RecordAttendance(
            new MeetingCommandHeader(
                new CommandId(StableId.of("command")), SHIEN, DESK, time("2026-10-13T17:00")),
            OCTOBER,
            START,
            List.of(there(HOKATSU), there(HOKENSHO)));
    List<FieldProblem> problems =
        Corrections.of(
            command,
            MeetingRefusal.ATTENDEE_OF_NO_ITEM,
            world.known(),
            world.meetings,
            time("2026-10-13T17:00"));
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("attendees[1].items");
              assertThat(problem.choices())
                  .extracting(choice -> choice.code())
                  .containsExactlyInAnyOrder(
                      one.requestId().toString(), other.requestId().toString());
            });
  }

  @Test
  void an_agency_noted_twice_is_refused() {
    item(HOKATSU);
    comeTheDay();
    assertThat(record(there(HOKATSU), new Attendee(HOKATSU, Presence.ABSENT, null)))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.ATTENDEE_TWICE));
  }

  @Test
  void what_was_taken_back_during_the_meeting_is_not_counted_as_dealt_with() {
    ItemRef stays = item(HOKATSU);
    ItemRef goes = item(HOKATSU);
    comeTheDay();
    world.withdraw(goes);
    record(there(HOKATSU), there(SHAKYO));
    assertThat(world.happened(ConferenceHeld.class))
        .singleElement()
        .satisfies(held -> assertThat(held.items()).containsExactly(stays));
    assertThat(attended()).containsOnlyKeys(stays.requestId());
  }
}
