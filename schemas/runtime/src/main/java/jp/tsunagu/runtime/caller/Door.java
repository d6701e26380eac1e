package jp.tsunagu.runtime.caller;

import java.util.List;
import java.util.Map;

/**
 * A part of a service's addresses that asks who is there. Who may not pass gets the same answer as
 * for an address that does not exist. Addresses behind no door are for everybody: health, metrics,
 * schemas, documentation.
 *
 * @param pattern of the addresses, e.g. {@code /agencies/{agencyId}/**}
 * @param rule who may pass; must neither wait nor look anything up outside memory
 * @param hidden whether a stranger is told that nothing is there, in place of being asked who he is
 */
public record Door(String pattern, Rule rule, boolean hidden) {

  /** Who may pass. */
  @FunctionalInterface
  public interface Rule {

    /** Whether the caller may; variables are those of the pattern. */
    boolean lets(Caller caller, Map<String, String> variables);
  }

  /** The usual one: everything under {@code /api}, for everybody but peers. */
  public static Door api() {
    return new Door("/api/**", (caller, _) -> !(caller instanceof Caller.Peer), false);
  }

  /** All doors of a service; the first that fits an address is asked. */
  public record Doors(List<Door> all) {

    /** Keeps an unmodifiable copy. */
    public Doors {
      all = List.copyOf(all);
    }

    /** These and no others. */
    public static Doors of(Door... doors) {
      return new Doors(List.of(doors));
    }
  }
}
