package jp.tsunagu.gateway.view;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralArrived;
import jp.tsunagu.gateway.decision.Audience;
import jp.tsunagu.gateway.decision.Parties;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.decision.ToldTo;
import jp.tsunagu.runtime.caller.Caller;

/**
 * What one caller may see of a case.
 *
 * <p>Desk and managers see every case that was never protected. An agency sees a case it takes part
 * in, and of that its own part, protected or not; whoever is excluded takes part in nothing. A case
 * that is or was protected (保護案件) is seen whole by the protection officer (保護担当) alone; the desk
 * sees of it what an agency in its place sees, managers nothing.
 *
 * @param roll who is the desk, and who has left
 */
public record Viewpoint(Caller caller, Roll roll) {

  /** How much of a case somebody sees. */
  private sealed interface Sight {

    /** All of it. */
    record Whole() implements Sight {}

    /** What an agency sees, where it takes part. */
    record Part(AgencyId agency) implements Sight {}

    /** Nothing: it does not exist. */
    record None() implements Sight {}
  }

  /** The desk, whose id no general view withholds. */
  public AgencyId desk() {
    return roll.desk();
  }

  /** Whether the caller has the desk's queue before it, whatever the network. */
  public static boolean hasTheQueue(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _ -> true;
      case Caller.OfAgency _,
          Caller.ProtectionOfficer _,
          Caller.MeetingSecretary _,
          Caller.Administrator _,
          Caller.Peer _ ->
          false;
    };
  }

  /** Whether the caller sees this case whole. */
  public boolean seesWhole(CaseState state) {
    return sight(state.everProtected()) instanceof Sight.Whole;
  }

  /** Whether the caller watches over this case, which is or was protected. */
  public boolean guards(CaseState state) {
    return caller instanceof Caller.ProtectionOfficer && state.everProtected();
  }

  /** The case as this caller may see it; empty when it may not know of it. */
  public Optional<CaseState> narrow(CaseState state) {
    return narrow(state, state.everProtected());
  }

  /**
   * The same of an earlier state.
   *
   * @param hidden whether the case is or was protected, as is known today
   */
  Optional<CaseState> narrow(CaseState state, boolean hidden) {
    return switch (sight(hidden)) {
      case Sight.Whole _ -> Optional.of(state);
      case Sight.Part(AgencyId agency) -> partOf(state, agency);
      case Sight.None _ -> Optional.empty();
    };
  }

  /**
   * Whether the caller may see this event, in a case it may see.
   *
   * @param hidden whether the case is or was protected, as is known today
   */
  boolean sees(CaseState after, CaseEvent event, boolean hidden) {
    return switch (sight(hidden)) {
      case Sight.Whole _ -> true;
      case Sight.Part(AgencyId agency) ->
          Audience.of(after, event, roll).contains(agency) || isOwn(event, agency);
      case Sight.None _ -> false;
    };
  }

  /** An event that the caller sees, as it is told. */
  CaseEvent told(CaseState after, CaseEvent event, boolean hidden) {
    return sight(hidden) instanceof Sight.Part(AgencyId agency)
        ? ToldTo.of(after, event, agency, roll)
        : event;
  }

  private Sight sight(boolean hidden) {
    return switch (caller) {
      case Caller.Desk _ -> hidden ? new Sight.Part(desk()) : new Sight.Whole();
      case Caller.Supervisor _ -> hidden ? new Sight.None() : new Sight.Whole();
      case Caller.ProtectionOfficer _ -> hidden ? new Sight.Whole() : new Sight.None();
      case Caller.OfAgency own -> new Sight.Part(own.agency());
      case Caller.MeetingSecretary _, Caller.Administrator _, Caller.Peer _ -> new Sight.None();
    };
  }

  private Optional<CaseState> partOf(CaseState state, AgencyId agency) {
    return Parties.takesPart(state, agency, roll)
        ? Optional.of(new AgencyPart(agency, roll).of(state))
        : Optional.empty();
  }

  /** What it did itself; nothing tells it of its own receipt. */
  private static boolean isOwn(CaseEvent event, AgencyId agency) {
    return (event instanceof ConsultationReceived received && received.receivedBy().equals(agency))
        || (event instanceof ReferralArrived && event.header().actor().equals(agency));
  }
}
