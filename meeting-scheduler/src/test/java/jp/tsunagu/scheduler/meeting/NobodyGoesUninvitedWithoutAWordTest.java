package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.PublishAgendaItem;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.AppointMembers;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.NoticeKind;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Agencies that an item names and that are no members of its 支援会議. */
class NobodyGoesUninvitedWithoutAWordTest {
  private static final Instant START = time("2026-07-18T07:30");

  private final World world = World.from("2026-07-18T07:00");
  private final ItemRef item = world.unscreened(SUPPORT_CONFERENCE, "2026-07-18T07:25");

  private CallMeeting emergency(MeetingCommandHeader header, @Nullable UninvitedChoice choice) {
    return new CallMeeting(
        header,
        SessionKind.EMERGENCY,
        LocalDate.of(2026, 7, 18),
        START,
        null,
        List.of(),
        List.of(item),
        choice);
  }

  private List<AgencyId> told() {
    return world.happened(NoticeIssued.class).stream()
        .filter(notice -> notice.kind() == NoticeKind.INVITATION)
        .map(NoticeIssued::addressee)
        .sorted()
        .toList();
  }

  @Test
  void an_emergency_is_refused_while_nobody_said_what_becomes_of_them_and_the_refusal_lists_them() {
    assertThat(world.tell(header -> emergency(header, null), SHIEN))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.UNINVITED_TO_DECIDE));
    assertThat(world.happened).isEmpty();
    CallMeeting command =
        emergency(
            new MeetingCommandHeader(
                new CommandId(StableId.of("command")), SHIEN, DESK, time("2026-07-18T07:25")),
            null);
    assertThat(
            Corrections.of(
                command,
                MeetingRefusal.UNINVITED_TO_DECIDE,
                world.known(),
                world.meetings,
                time("2026-07-18T07:25")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("uninvited");
              assertThat(problem.problem())
                  .contains(HOKATSU.value(), SHOGAI.value(), HOKENSHO.value());
              assertThat(problem.choices()).hasSize(2);
            });
  }

  @Test
  void appointing_in_one_step_invites_everyone_named_with_the_first_notice() {
    world.tell(header -> emergency(header, UninvitedChoice.APPOINT), SHIEN);
    assertThat(world.asked(AppointMember.class))
        .extracting(AppointMember::member)
        .containsExactlyInAnyOrder(HOKATSU, SHOGAI, HOKENSHO);
    assertThat(told()).containsExactly(HOKATSU, HOKENSHO, SHAKYO, SHOGAI);
    assertThat(world.asked.indexOf(world.asked(PublishAgendaItem.class).getFirst()))
        .as("the gateway appoints before it publishes")
        .isGreaterThan(world.asked.indexOf(world.asked(AppointMember.class).getLast()));
    MeetingId meeting = new MeetingId("shien-kaigi.2026-07-18.1");
    assertThat(world.meetings.find(meeting).orElseThrow().revision()).isEqualTo(1);
    assertThat(Outlook.notInvited(world.known(), world.meetings, List.of(item), START)).isEmpty();
  }

  @Test
  void who_is_left_out_on_purpose_is_told_as_not_invited() {
    world.tell(header -> emergency(header, UninvitedChoice.LEAVE_OUT), SHIEN);
    assertThat(told()).containsExactly(SHAKYO);
    assertThat(world.asked(AppointMember.class)).isEmpty();
    assertThat(Outlook.notInvited(world.known(), world.meetings, List.of(item), START))
        .containsExactly(new NotInvited(item, List.of(HOKATSU, HOKENSHO, SHOGAI)));
  }

  @Test
  void one_of_them_can_be_appointed_later_and_is_invited_by_the_next_revision() {
    world.tell(header -> emergency(header, UninvitedChoice.LEAVE_OUT), SHIEN);
    MeetingId meeting = new MeetingId("shien-kaigi.2026-07-18.1");
    world.at("2026-07-18T07:26");
    world.tell(header -> new AppointMembers(header, meeting, item, Set.of(HOKENSHO)), SHIEN);
    assertThat(told()).containsExactly(HOKENSHO, SHAKYO);
    assertThat(world.tell(h -> new AppointMembers(h, meeting, item, Set.of(DESK)), SHIEN))
        .isEqualTo(new Outcome.Refused(MeetingRefusal.NOT_NAMED));
  }

  @Test
  void everyone_named_comes_to_a_plan_conference_so_nothing_is_asked() {
    ItemRef plan = world.unscreened(PLAN_CONFERENCE, "2026-07-18T07:26");
    assertThat(Outlook.notInvited(world.known(), world.meetings, List.of(plan), START)).isEmpty();
  }

  @AfterEach
  void every_agenda_that_was_issued_comes_out_anew() {
    assertThat(world.replanned()).allMatch(Replanned::agrees);
  }
}
