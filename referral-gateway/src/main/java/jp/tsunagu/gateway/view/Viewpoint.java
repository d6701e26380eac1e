package jp.tsunagu.gateway.view;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.gateway.decision.Audience;
import jp.tsunagu.gateway.decision.Parties;
import jp.tsunagu.gateway.decision.Roll;
import jp.tsunagu.gateway.decision.ToldTo;
import jp.tsunagu.runtime.caller.Caller;

/**
 * What one caller may see of a case.
 *
 * <p>Desk and managers see every case in the general view. An agency sees a case it takes part in,
 * and of that its own part. A case that is or was protected (保護案件) is never shown to an agency
 * here; its own connector has what it was given.
 *
 * @param roll who is the desk, and who has left
 */
public record Viewpoint(Caller caller, Roll roll) {

  /** The desk, whose id no general view withholds. */
  public AgencyId desk() {
    return roll.desk();
  }

  /** Whether the caller sees all cases. */
  public boolean isGeneral() {
    return isGeneral(caller);
  }

  /** Whether such a caller sees all cases, whatever the network. */
  public static boolean isGeneral(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _ -> true;
      case Caller.OfAgency _, Caller.Peer _ -> false;
    };
  }

  /** The case as this caller may see it; empty when it may not know of it. */
  public Optional<CaseState> narrow(CaseState state) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _ -> Optional.of(GeneralView.of(state, desk()));
      case Caller.OfAgency own -> partOf(state, own.agency());
      case Caller.Peer _ -> Optional.empty();
    };
  }

  /** Whether the caller may see this event, in a case it may see. */
  public boolean sees(CaseState after, CaseEvent event) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _ -> true;
      case Caller.OfAgency own ->
          Audience.of(after, event, roll).contains(own.agency())
              || isOwnReception(event, own.agency());
      case Caller.Peer _ -> false;
    };
  }

  /** An event that the caller sees, as it is told. */
  public CaseEvent told(CaseState after, CaseEvent event) {
    return caller instanceof Caller.OfAgency own ? ToldTo.of(after, event, own.agency()) : event;
  }

  private Optional<CaseState> partOf(CaseState state, AgencyId agency) {
    return !state.everProtected() && Parties.takesPart(state, agency, roll)
        ? Optional.of(new AgencyPart(agency, roll).of(state))
        : Optional.empty();
  }

  private static boolean isOwnReception(CaseEvent event, AgencyId agency) {
    return event instanceof ConsultationReceived received && received.receivedBy().equals(agency);
  }
}
