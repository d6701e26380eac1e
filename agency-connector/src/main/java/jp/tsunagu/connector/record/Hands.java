package jp.tsunagu.connector.record;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * In whose hands referrals are that are asked for.
 *
 * @param colleagues by their ids
 * @param nobody also those that nobody has
 */
public record Hands(Set<UUID> colleagues, boolean nobody) {

  /** Keeps an unmodifiable copy. */
  public Hands {
    colleagues = Set.copyOf(colleagues);
  }

  /** Whether what these have is asked for. */
  public boolean take(Collection<UUID> owners) {
    return owners.isEmpty() ? nobody : !Collections.disjoint(owners, colleagues);
  }
}
