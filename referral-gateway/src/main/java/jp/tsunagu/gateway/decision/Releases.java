package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.DecideItem;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;

/** Who leaves a 支援会議, and what that means for what it holds (資料の回収). */
final class Releases {

  private Releases() {}

  /**
   * Members who sat at this item's table and have no role afterwards. Nobody leaves where no roles
   * were given; whoever asked, coordinates, organises, carries out a support beside the case, or is
   * named by another item that is still to come, stays.
   */
  static Set<AgencyId> after(ItemAttempt attempt, DecideItem command, Set<AgencyId> withRole) {
    boolean settlesRoles =
        !command.agreed().roles().isEmpty()
            && attempt.kindOf(command.meetingId()) == ConferenceKind.SUPPORT_CONFERENCE;
    if (!settlesRoles) {
      return Set.of();
    }
    Set<AgencyId> leaving = new HashSet<>(attempt.item().notice().invited());
    leaving.retainAll(attempt.state().members());
    leaving.removeAll(withRole);
    leaving.removeAll(staying(attempt));
    return leaving;
  }

  private static Set<AgencyId> staying(ItemAttempt attempt) {
    Set<AgencyId> staying = new HashSet<>();
    staying.add(attempt.item().requestedBy());
    staying.add(attempt.attempt().desk());
    Parties.coordinator(attempt.state()).ifPresent(staying::add);
    MeetingPlace place = attempt.item().place();
    if (place != null) {
      staying.add(place.organiser());
    }
    attempt.state().sides().stream()
        .filter(SideSupport::goesOn)
        .forEach(side -> staying.add(side.flow().provider()));
    attempt.state().meetings().stream()
        .filter(other -> !other.requestId().equals(attempt.item().requestId()))
        .filter(Releases::isStillToCome)
        .forEach(other -> staying.addAll(other.request().involved()));
    return staying;
  }

  private static boolean isStillToCome(MeetingItem item) {
    return item.stage() == ItemStage.OPEN || item.stage() == ItemStage.HELD;
  }

  /** They are no members any more, and are asked to stop using what they hold as such. */
  static List<EventMaker> events(CaseState state, Set<AgencyId> released) {
    List<EventMaker> makers = new ArrayList<>();
    for (AgencyId member : new TreeSet<>(released)) {
      makers.addAll(of(state, member));
    }
    return makers;
  }

  static List<EventMaker> of(CaseState state, AgencyId member) {
    List<EventMaker> makers = new ArrayList<>();
    makers.add(header -> new MemberReleased(header, member));
    makers.addAll(Stops.askOne(state, member, BasisKind.SUPPORT_CONFERENCE));
    return makers;
  }
}
