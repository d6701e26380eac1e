package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.UuidVersion8;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Protection;

/**
 * How a case is protected (保護案件), for whoever begins to take part in it. It stands in the inbox
 * before the event by which the agency begins to take part, as the measure's own event told by the
 * gateway, which the ledger does not have again.
 */
public final class ShownProtection {

  /** For one agency's inbox. */
  public record Showing(AgencyId agency, CaseProtected measure) {}

  private ShownProtection() {}

  /** What must stand in inboxes before this event. */
  public static List<Showing> before(
      CaseState before, CaseState after, CaseEvent event, Roll roll) {
    Protection protection = after.protection();
    if (protection == null
        || event instanceof CaseProtected
        || event instanceof ConsultationReceived) {
      return List.of();
    }
    return Audience.of(after, event, roll).stream()
        .filter(agency -> Parties.takesPart(after, agency, roll))
        .filter(agency -> !Parties.takesPart(before, agency, roll))
        .map(agency -> showing(after, event.header(), agency, protection))
        .toList();
  }

  private static Showing showing(
      CaseState after, EventHeader cause, AgencyId agency, Protection protection) {
    Instant now = cause.recordedAt();
    String id = cause.eventId() + "/protection/" + agency;
    EventHeader header =
        new EventHeader(
            new EventId(UuidVersion8.of(id)),
            cause.caseId(),
            cause.sequence(),
            cause.causedBy(),
            new EventTimes(now, now, now, null),
            new ActedBy(AgencyId.GATEWAY, null, null),
            cause.incarnation(),
            cause.caseNumber());
    return new Showing(
        agency, new CaseProtected(header, ToldTo.protection(after, protection, agency)));
  }
}
