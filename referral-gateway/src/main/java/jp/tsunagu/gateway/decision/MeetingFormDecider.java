package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/**
 * Decides that a sheet about an item of a meeting stands: 申出 and what the desk says to it before
 * the meeting, 報告書 and 会議録 after it. Only those for whom the item exists can be given any of it.
 */
final class MeetingFormDecider {

  private MeetingFormDecider() {}

  static Decision record(Attempt attempt, KnownForm form, RecordForm command) {
    return Rule.decide(
        attempt,
        List.of(CaseRules::actorMustTakePart),
        () ->
            ConferenceDecider.onItem(
                attempt,
                Objects.requireNonNull(command.item()),
                item -> record(item, form, command)));
  }

  private static Decision record(ItemAttempt item, KnownForm form, RecordForm command) {
    return item.decide(
        List.of(
            a -> actorMustFillItIn(a, form),
            a -> mustBeItsTime(a, form),
            a -> FormDecider.mustBePossible(a.attempt(), command),
            a -> Dossiers.checkAtTheTable(a, command.dossier())),
        () -> item.attempt().emit(events(item, form, command)));
  }

  private static Optional<Refuse> actorMustFillItIn(ItemAttempt item, KnownForm form) {
    if (form.isTheDesks()) {
      return Rule.require(item.actor().equals(item.attempt().desk()), RefusalCode.ONLY_THE_DESK);
    }
    return form.isTheOrganisers() && Parties.organises(item.item(), item.actor())
        ? Optional.empty()
        : ConferenceRules.actorMustHaveAskedOrCoordinate(item);
  }

  private static Optional<Refuse> mustBeItsTime(ItemAttempt item, KnownForm form) {
    return form.isOfAHeldMeeting()
        ? ConferenceRules.itemMustBeHeld(item)
        : ConferenceRules.itemMustBeOpen(item);
  }

  /** The first 報告書 is also what the city waits for. */
  private static List<EventMaker> events(ItemAttempt item, KnownForm form, RecordForm command) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(FormDecider.recorded(item.attempt(), command));
    MeetingPlace place = item.item().place();
    if (form == KnownForm.MEETING_REPORT && place != null && !item.item().progress().reported()) {
      makers.add(
          header -> new MeetingReportFiled(header, item.item().requestId(), place.meetingId()));
    }
    return makers;
  }
}
