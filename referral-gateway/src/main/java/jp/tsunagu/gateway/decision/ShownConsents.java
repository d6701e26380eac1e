package jp.tsunagu.gateway.decision;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;

/**
 * Which earlier consents an agency must see when it begins to take part in a case: those that still
 * stand and name it, with what they keep from it. Whoever took part before was told when they were
 * recorded.
 */
public final class ShownConsents {

  /** A consent for one agency's inbox. */
  public record Showing(AgencyId agency, Consent consent) {}

  private ShownConsents() {}

  /** What must stand in inboxes before this event. */
  public static List<Showing> before(
      CaseState before, CaseState after, CaseEvent event, Roll roll) {
    LocalDate today = TokyoTime.dateOf(event.header().recordedAt());
    return Audience.of(after, event, roll).stream()
        .filter(agency -> Parties.takesPart(after, agency, roll))
        .filter(agency -> !Parties.takesPart(before, agency, roll))
        .flatMap(
            agency ->
                before.consents().stream()
                    .filter(consent -> consent.terms().recipients().contains(agency))
                    .filter(consent -> consent.terms().isValidOn(today))
                    .map(consent -> new Showing(agency, consent)))
        .toList();
  }
}
