package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinatorChanged;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;

/** Who learns of the events of 多機関協働, besides who acted. */
final class CoordinationAudience {

  private CoordinationAudience() {}

  static Set<AgencyId> of(CaseState after, CoordinationEvent event, Roll roll) {
    return switch (event) {
      case CoordinationRequested _, CoordinationAccepted _ -> coordinatorAndRequester(after);
      case ScreeningDecided _ -> whoWaitsForScreening(after, roll);
      case CoordinatorChanged _ -> thoseWhoWorkOnIt(after);
      case SupportDecided decided ->
          Audience.andReaders(thoseWhoWorkOnIt(after), decided.dossier());
      case CoordinationClosed closed ->
          Audience.andReaders(thoseWhoGoOn(after, closed), closed.dossier());
      case CaseHandedBack handedBack ->
          Audience.with(Set.of(handedBack.parties().receiver()), Parties.coordinator(after));
      case ResultReported reported ->
          Audience.andReaders(
              Audience.with(Set.of(), Parties.coordinator(after)), reported.dossier());
      case MemberAppointed appointed ->
          Audience.with(Set.of(appointed.member()), Parties.coordinator(after));
      case MemberReleased released ->
          Audience.with(Set.of(released.member()), Parties.coordinator(after));
      case FormRecorded recorded -> readers(after, recorded, roll);
    };
  }

  /**
   * Who coordinates and who can open a part of it. That a plan or an evaluation stands also those
   * who support the household or belong to its 支援会議; that one of a meeting stands also those who
   * run it.
   */
  private static Set<AgencyId> readers(CaseState after, FormRecorded event, Roll roll) {
    Set<AgencyId> readers =
        Audience.andReaders(Audience.with(Set.of(), Parties.coordinator(after)), event.dossier());
    if (KnownForm.of(event.form()).filter(KnownForm::isToldToSupporters).isPresent()) {
      readers.addAll(thoseWhoWorkOnIt(after));
      readers.addAll(after.members());
    }
    MeetingRequestId item = event.item();
    if (item != null) {
      readers.addAll(ConferenceAudience.organisers(after, item, roll));
    }
    return readers;
  }

  private static Set<AgencyId> coordinatorAndRequester(CaseState after) {
    Set<AgencyId> two = Audience.with(Set.of(), Parties.requester(after));
    return after.coordination() instanceof Coordination.Closed closed
        ? Audience.with(two, Optional.of(closed.coordinator()))
        : Audience.with(two, Parties.coordinator(after));
  }

  /** Also whoever asked for a meeting that is still to come, and the desk that prepares it. */
  private static Set<AgencyId> whoWaitsForScreening(CaseState after, Roll roll) {
    Set<AgencyId> waiting = new LinkedHashSet<>(coordinatorAndRequester(after));
    after.meetings().stream()
        .filter(item -> item.stage() == ItemStage.OPEN)
        .map(MeetingItem::requestedBy)
        .forEach(
            asker -> {
              waiting.add(asker);
              waiting.add(roll.desk());
            });
    return waiting;
  }

  private static Set<AgencyId> thoseWhoWorkOnIt(CaseState after) {
    Set<AgencyId> agencies = new LinkedHashSet<>(coordinatorAndRequester(after));
    agencies.addAll(Parties.activeSupporters(after));
    return agencies;
  }

  private static Set<AgencyId> thoseWhoGoOn(CaseState after, CoordinationClosed event) {
    Set<AgencyId> agencies = thoseWhoWorkOnIt(after);
    event.leads().stream().map(Lead::agency).forEach(agencies::add);
    return agencies;
  }
}
