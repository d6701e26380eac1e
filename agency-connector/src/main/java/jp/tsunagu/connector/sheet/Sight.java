package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Stage;
import org.springframework.stereotype.Component;

/**
 * How much of what came with a leg people of an agency read: what others wrote only after it was
 * opened (開封), for opening it is how its sender learns that it was read. Opening is a step of a leg
 * that waits; what was passed on or answered unopened stays unread by people.
 */
@Component
public final class Sight {

  private final Records records;

  Sight(Records records) {
    this.records = records;
  }

  /** How much it is. */
  public enum Reach {
    /** Everything that is held here. */
    ALL,
    /** What this agency wrote itself. */
    OWN,
    /** Nothing: what it wrote itself is not to be told from what it passed on unread. */
    NOTHING;

    /** Whether this is in it. */
    public boolean covers(AgencyId agency, DossierView dossier) {
      return switch (this) {
        case ALL -> true;
        case OWN -> dossier.sender().equals(agency);
        case NOTHING -> false;
      };
    }
  }

  /** On the page of a leg, and on its paper. */
  public Reach of(AgencyId agency, ReferralView view) {
    Referral leg = view.referral();
    return switch (view.side()) {
      case RECEIVER ->
          leg.waitsToBeOpened()
              ? Reach.NOTHING
              : leg.stage() instanceof Stage.Withdrawn && !hasOpened(agency, view, leg)
                  ? Reach.OWN
                  : Reach.ALL;
      case OBSERVER -> hasOpened(agency, view, leg) ? Reach.ALL : Reach.OWN;
      case SENDER -> hasRead(agency, view) ? Reach.ALL : Reach.NOTHING;
    };
  }

  /**
   * Whether people of this agency may read what was written for the receivers of this leg and of
   * those before it: it wrote it, or opened one of them.
   */
  public boolean hasRead(AgencyId agency, ReferralView view) {
    List<Referral> chain = chain(view);
    return chain.getLast().sender().equals(agency)
        || chain.stream().anyMatch(leg -> hasOpened(agency, view, leg));
  }

  /** The leg and those before it, the latest first. */
  private static List<Referral> chain(ReferralView view) {
    Referral leg = view.referral();
    return Stream.concat(Stream.of(leg), view.state().legsBefore(leg).stream()).toList();
  }

  private boolean hasOpened(AgencyId agency, ReferralView view, Referral leg) {
    return records.openings(agency, view.caseId(), leg.referralId()).stream()
        .anyMatch(opening -> opening.agency().equals(agency));
  }

  /** Whether people may read what came with a leg, as far as it was opened; with none, always. */
  boolean isReadByPeople(AgencyId agency, DossierView dossier) {
    if (dossier.referralId().isEmpty()) {
      return true;
    }
    Reach reach =
        records
            .findReferral(agency, dossier.referralId().get())
            .map(view -> of(agency, view))
            .orElse(Reach.NOTHING);
    return reach.covers(agency, dossier);
  }
}
