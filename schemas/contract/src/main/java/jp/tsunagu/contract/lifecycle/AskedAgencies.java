package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;

/**
 * Whom a question about days reaches: who is asked, and who is asked no longer.
 *
 * @param asked who is asked from now on
 * @param left who is asked no longer
 */
public record AskedAgencies(Set<AgencyId> asked, Set<AgencyId> left) {

  /** Keeps copies. */
  public AskedAgencies {
    asked = Set.copyOf(asked);
    left = Set.copyOf(left);
  }
}
