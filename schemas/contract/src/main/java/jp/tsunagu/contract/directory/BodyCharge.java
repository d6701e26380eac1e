package jp.tsunagu.contract.directory;

import java.util.Set;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;

/**
 * What a body deals with, and how.
 *
 * @param remit fields it deals with (所掌); empty means every field
 * @param confirmsPlans whether its remit covers the adequacy of plans
 * @param screeningFirst items must be screened before they are on an agenda
 */
public record BodyCharge(
    ConferenceKind conference,
    MeetingModel model,
    Set<Field> remit,
    boolean confirmsPlans,
    boolean screeningFirst) {

  /** Keeps copies. */
  public BodyCharge {
    remit = Set.copyOf(remit);
  }
}
