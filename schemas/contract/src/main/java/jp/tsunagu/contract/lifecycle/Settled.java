package jp.tsunagu.contract.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is settled when a case goes back to an agency (つなぎ戻し). The prospect and what remains are
 * words: they travel sealed.
 *
 * @param lead who stays alongside from now on (主担当)
 * @param roles what each agency does from now on, as codes of the city's list
 * @param rhythm how often somebody stays in contact; none where that was not said
 */
public record Settled(Lead lead, List<AgencyRole> roles, @Nullable ContactRhythm rhythm) {

  /** Keeps an unmodifiable copy. */
  public Settled {
    roles = List.copyOf(roles);
  }

  /** Who stays alongside, and nothing else. */
  public Settled(Lead lead) {
    this(lead, List.of(), null);
  }
}
