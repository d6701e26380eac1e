package jp.tsunagu.gateway.decision;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.DateQuestion;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.TimerKind;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a case, and in one of its legs. To everybody else neither exists. An agency
 * excluded from a protected case takes part in nothing, whatever it did before.
 */
public final class Parties {

  private Parties() {}

  /** Whether the case exists for this agency. */
  public static boolean takesPart(CaseState state, AgencyId agency, Roll roll) {
    return !isExcluded(state, agency)
        && (actsForTheHousehold(state, agency)
            || roles(state.coordination()).contains(agency)
            || mustStop(state, agency)
            || state.openInquiry(agency).isPresent()
            || (agency.equals(roll.desk()) && leftAlone(state, roll).isPresent())
            || state.referrals().stream().anyMatch(leg -> sees(state, leg, agency, roll))
            || state.meetings().stream()
                .anyMatch(item -> agency.equals(roll.desk()) || isInvited(state, item, agency)));
  }

  /**
   * Whether this agency can be given a sheet of the case: it acts for the household, is the desk,
   * or sits at a table of the case.
   */
  static boolean worksOn(CaseState state, AgencyId agency, Roll roll) {
    return !isExcluded(state, agency)
        && (actsForTheHousehold(state, agency)
            || agency.equals(roll.desk())
            || state.meetings().stream().anyMatch(item -> isInvited(state, item, agency)));
  }

  /**
   * Whether this item of the case exists for this agency: it asked, coordinates, organises, is the
   * desk, or is invited. An invitation to a 支援会議 ends with the membership, one to a 重層的支援会議 with
   * the place at the table.
   */
  public static boolean sees(CaseState state, MeetingItem item, AgencyId agency, Roll roll) {
    return !isExcluded(state, agency)
        && (agency.equals(roll.desk())
            || agency.equals(item.requestedBy())
            || coordinator(state).filter(agency::equals).isPresent()
            || isInvited(state, item, agency));
  }

  private static boolean isInvited(CaseState state, MeetingItem item, AgencyId agency) {
    boolean belongs =
        item.conference() == ConferenceKind.PLAN_CONFERENCE
            ? state.tableOf(item).contains(agency) || agency.equals(item.requestedBy())
            : state.members().contains(agency);
    return item.stage() != ItemStage.WITHDRAWN
        && (organises(item, agency)
            || (belongs
                && (item.notice().invited().contains(agency) || isAskedForDates(item, agency))));
  }

  private static boolean isAskedForDates(MeetingItem item, AgencyId agency) {
    DateQuestion question = item.dates();
    return question != null && question.asked().contains(agency);
  }

  /** Whether the notice of the item goes out in this agency's name, or would. */
  public static boolean organises(MeetingItem item, AgencyId agency) {
    MeetingPlace place = item.place();
    DateQuestion question = item.dates();
    return (place != null && place.organiser().equals(agency))
        || (question != null && question.organiser().equals(agency));
  }

  /** Whether this leg of the case exists for this agency. */
  public static boolean sees(CaseState state, Referral leg, AgencyId agency, Roll roll) {
    return !isExcluded(state, agency) && watchers(state, leg, roll).contains(agency);
  }

  /**
   * The receiver of a leg, the senders up its chain, the coordinator while there is one, and the
   * desk for sheets and delays that were put before it.
   */
  static Set<AgencyId> watchers(CaseState state, Referral leg, Roll roll) {
    Set<AgencyId> watchers = new LinkedHashSet<>(sendersUpTheChain(state, leg));
    watchers.add(leg.receiver());
    coordinator(state).ifPresent(watchers::add);
    if (isBeforeTheDesk(state, leg, roll)) {
      watchers.add(roll.desk());
    }
    return watchers;
  }

  /** The sender of this leg and those who sent the legs before it. */
  static Set<AgencyId> sendersUpTheChain(CaseState state, Referral leg) {
    return state.sendersUpTheChain(leg);
  }

  private static boolean isBeforeTheDesk(CaseState state, Referral leg, Roll roll) {
    return leg.progress().lastTold() == TimerKind.ESCALATE
        || comesFromASheet(state, leg)
        || isStranded(leg, roll)
        || hasNobodyToGoOn(state, leg, roll);
  }

  /** Whether this leg waits at an agency that has left: the desk gives it another receiver. */
  public static boolean isStranded(Referral leg, Roll roll) {
    return leg.isOpen() && roll.hasLeft(leg.receiver());
  }

  /** Whether this leg came back and everybody who could go on with the household has left. */
  public static boolean hasNobodyToGoOn(CaseState state, Referral leg, Roll roll) {
    return cameBack(state, leg) && sendersUpTheChain(state, leg).stream().allMatch(roll::hasLeft);
  }

  /**
   * Whether a sheet that the desk gave to somebody came back, and nobody has gone on with the
   * household since.
   */
  public static boolean comesBackToTheDesk(CaseState state, Referral leg, Roll roll) {
    return cameBack(state, leg)
        && comesFromASheet(state, leg)
        && !leg.receiver().equals(roll.desk())
        && supportingReceiver(state).isPresent();
  }

  private static boolean cameBack(CaseState state, Referral leg) {
    return (leg.stage() instanceof Stage.Declined || leg.stage() instanceof Stage.SentBack)
        && !isContinued(state, leg.referralId());
  }

  /** Who received the household and still supports it, or coordinates, and has left. */
  public static Optional<AgencyId> leftAlone(CaseState state, Roll roll) {
    return supportingReceiver(state)
        .filter(roll::hasLeft)
        .or(() -> coordinator(state).filter(roll::hasLeft));
  }

  private static Optional<AgencyId> supportingReceiver(CaseState state) {
    return Optional.ofNullable(state.consultation())
        .filter(consultation -> consultation.supportEnded() == null)
        .map(Consultation::receivedBy);
  }

  /** Whether the chain of this leg began with a つなぐシート the desk sorted. */
  static boolean comesFromASheet(CaseState state, Referral leg) {
    return state.comesFromASheet(leg);
  }

  static boolean isContinued(CaseState state, ReferralId id) {
    return state.isContinued(id);
  }

  static boolean isExcluded(CaseState state, AgencyId agency) {
    return state.protection() != null && state.protection().excluded().contains(agency);
  }

  /** Whether this agency was asked to stop and has not answered yet. */
  static boolean mustStop(CaseState state, AgencyId agency) {
    return state.stops().stream()
        .anyMatch(stop -> stop.answer() == null && stop.holder().equals(agency));
  }

  /** Who asked for coordination, who coordinates or did so, and the leads (主担当). */
  private static Set<AgencyId> roles(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _ -> Set.of();
      case Coordination.Requested requested ->
          pair(requested.coordinator(), requested.requestedBy());
      case Coordination.Open open -> pair(open.coordinator(), open.requestedBy());
      case Coordination.Closed closed -> {
        Set<AgencyId> roles = pair(closed.coordinator(), closed.requestedBy());
        closed.leads().stream().map(Lead::agency).forEach(roles::add);
        yield roles;
      }
    };
  }

  private static Set<AgencyId> pair(AgencyId one, AgencyId other) {
    Set<AgencyId> both = new HashSet<>();
    both.add(one);
    both.add(other);
    return both;
  }

  /** Who coordinates now, or was asked to. */
  static Optional<AgencyId> coordinator(CaseState state) {
    return state.coordinator();
  }

  static Optional<AgencyId> requester(CaseState state) {
    return switch (state.coordination()) {
      case Coordination.None _ -> Optional.empty();
      case Coordination.Requested requested -> Optional.of(requested.requestedBy());
      case Coordination.Open open -> Optional.of(open.requestedBy());
      case Coordination.Closed closed -> Optional.of(closed.requestedBy());
    };
  }

  /** Who received the household, holds a leg that is more than advice, or coordinates. */
  static Set<AgencyId> supporters(CaseState state) {
    Set<AgencyId> supporters = new HashSet<>();
    receivedBy(state).ifPresent(supporters::add);
    coordinator(state).ifPresent(supporters::add);
    holders(state).forEach(supporters::add);
    return supporters;
  }

  /** Those among the supporters whose own support goes on. */
  static Set<AgencyId> activeSupporters(CaseState state) {
    Set<AgencyId> active = new HashSet<>(holders(state));
    supportingReceiver(state).ifPresent(active::add);
    return active;
  }

  private static Set<AgencyId> holders(CaseState state) {
    Set<AgencyId> holders = new HashSet<>();
    state.referrals().stream()
        .filter(leg -> leg.stage() instanceof Stage.Held && leg.mode() != ReferralMode.ADVICE)
        .forEach(leg -> holders.add(leg.receiver()));
    return holders;
  }

  static Optional<AgencyId> receivedBy(CaseState state) {
    @Nullable Consultation consultation = state.consultation();
    return Optional.ofNullable(consultation).map(Consultation::receivedBy);
  }

  /** Whether this agency may begin something in the case, not only answer what reached it. */
  static boolean actsForTheHousehold(CaseState state, AgencyId agency) {
    return supporters(state).contains(agency)
        || state.members().contains(agency)
        || roles(state.coordination()).contains(agency)
        || state.isBeside(agency)
        || state.referrals().stream().anyMatch(leg -> hasTaken(leg, agency));
  }

  private static boolean hasTaken(Referral leg, AgencyId agency) {
    return leg.sender().equals(agency)
        || (leg.receiver().equals(agency) && leg.stage() instanceof Stage.Held);
  }
}
