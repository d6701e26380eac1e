package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static jp.tsunagu.scheduler.meeting.World.HOKATSU;
import static jp.tsunagu.scheduler.meeting.World.SHIEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.AgendaEntry;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.junit.jupiter.api.Test;

/** 支援措置: an agency that runs a body may be the one that is excluded. */
class ProtectedItemsAreUnseenTest {

  private final World world = World.from("2026-09-01T09:00");

  @Test
  void whoever_does_not_see_a_protected_case_sees_its_item_nowhere_in_a_meeting_it_runs() {
    ItemRef open = asked();
    ItemRef hidden = asked();
    world.protect(hidden);
    publish();
    Meeting whole = world.meeting(SHIEN, "2026-10-13");
    assertThat(whole.entries()).extracting(AgendaEntry::item).contains(open, hidden);

    Meeting seen = seen();

    assertThat(seen.entries()).extracting(AgendaEntry::item).containsExactly(open);
    assertThat(seen.toString()).doesNotContain(hidden.caseId().toString());
    assertThat(seen.notices()).isNotEmpty();
    assertThat(unseenKnown().cases()).doesNotContainKey(hidden.caseId());
  }

  @Test
  void a_meeting_with_nothing_else_on_it_is_one_for_which_nothing_was_asked() {
    ItemRef hidden = asked();
    world.protect(hidden);
    publish();

    Meeting seen = seen();

    assertThat(seen.stage()).isEqualTo(Stage.NOTHING_ASKED);
    assertThat(seen.revision()).isZero();
    assertThat(seen.notices()).isEmpty();
    assertThat(seen.toString()).doesNotContain(hidden.caseId().toString());
  }

  @Test
  void no_open_number_counts_what_a_protected_case_brings_about() {
    ItemRef item = asked();
    publish();
    Meeting meeting = world.meeting(SHIEN, "2026-10-13");
    assertThat(world.known().touchesProtected(meeting)).isFalse();

    world.protect(item);
    assertThat(world.known().touchesProtected(meeting)).isTrue();
  }

  private ItemRef asked() {
    ItemRef item = world.request(SUPPORT_CONFERENCE, "2026-09-08T16:40");
    world.appoint(item, HOKATSU);
    return item;
  }

  private void publish() {
    world.at("2026-09-08T17:15");
    world.at("2026-09-29T08:30");
  }

  private Known unseenKnown() {
    return world.known().without(world.known().protectedCases());
  }

  private Meeting seen() {
    return world
        .meetings
        .without(world.known().protectedCases())
        .find(new MeetingId(SHIEN + "." + LocalDate.of(2026, 10, 13)))
        .orElseThrow();
  }
}
