package jp.tsunagu.scheduler.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.web.NotInvitedViews.Uninvited;

/**
 * What was carried out, for this meeting.
 *
 * @param appointed agencies that became members (構成員) by it and are invited
 * @param notInvited agencies its items name that are not invited
 */
record Done(String meetingId, List<Uninvited> appointed, List<Uninvited> notInvited) {

  /** Keeps unmodifiable copies. */
  Done {
    appointed = List.copyOf(appointed);
    notInvited = List.copyOf(notInvited);
  }

  /**
   * What this command did.
   *
   * @param missing whom its items name and who was not invited before it
   */
  static Done of(
      MeetingId meeting, MeetingCommand command, List<NotInvited> missing, Knowledge knowledge) {
    NotInvitedViews views = new NotInvitedViews(knowledge.directory(), knowledge::state);
    Set<AgencyId> appointed = appointedBy(command, missing, knowledge);
    return new Done(
        meeting.value(),
        views.of(missing, appointed::contains),
        views.of(missing, agency -> !appointed.contains(agency)));
  }

  private static Set<AgencyId> appointedBy(
      MeetingCommand command, List<NotInvited> missing, Knowledge knowledge) {
    UninvitedChoice choice =
        switch (command) {
          case MeetingCommand.CallMeeting call -> call.uninvited();
          case MeetingCommand.ChooseStart choose -> choose.uninvited();
          case MeetingCommand.AdmitRequest admit -> admit.uninvited();
          case MeetingCommand.PlaceRequest place -> place.uninvited();
          case MeetingCommand.AppointMembers _ -> UninvitedChoice.APPOINT;
          default -> null;
        };
    return choice != UninvitedChoice.APPOINT
        ? Set.of()
        : missing.stream()
            .flatMap(each -> each.agencies().stream())
            .filter(agency -> knowledge.directory().agency(agency).isPresent())
            .filter(
                agency ->
                    !(command instanceof MeetingCommand.AppointMembers some)
                        || some.agencies().isEmpty()
                        || some.agencies().contains(agency))
            .collect(Collectors.toUnmodifiableSet());
  }
}
