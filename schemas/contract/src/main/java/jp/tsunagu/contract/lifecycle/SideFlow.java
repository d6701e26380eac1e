package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;

/**
 * Which support beside the case: one of a kind for a person at a time.
 *
 * @param provider the agency that carries it out
 */
public record SideFlow(SideKind kind, PersonRef person, AgencyId provider) {

  /** Whether it is this one, whoever carries it out. */
  public boolean is(SideKind other, PersonRef whom) {
    return kind == other && person.equals(whom);
  }

  SideFlow seenBy(Withholding withholding) {
    return new SideFlow(kind, person, withholding.agency(provider));
  }
}
