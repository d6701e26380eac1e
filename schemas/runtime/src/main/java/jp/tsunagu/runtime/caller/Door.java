package jp.tsunagu.runtime.caller;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A part of a service's addresses that asks who is there. Who may not pass gets the same answer as
 * for an address that does not exist. What stands behind no door and is not said to be open does
 * not exist, for nobody: a new page needs a door or a word that it is for everybody.
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

  /** The usual one: everything under {@code /api}, for agencies, desk, managers and officers. */
  public static Door api() {
    return new Door("/api/**", (caller, _) -> takesPart(caller), false);
  }

  /** The same for whoever prepares meetings, too. */
  public static Door apiOfMeetings() {
    return new Door(
        "/api/**",
        (caller, _) -> caller instanceof Caller.MeetingSecretary || takesPart(caller),
        false);
  }

  private static boolean takesPart(Caller caller) {
    return switch (caller) {
      case Caller.OfAgency _, Caller.Desk _, Caller.Supervisor _, Caller.ProtectionOfficer _ ->
          true;
      case Caller.MeetingSecretary _, Caller.Administrator _, Caller.Peer _ -> false;
    };
  }

  /** Where health names what was put aside; the whole of it, which is open, counts it. */
  public static final String HEALTH_OF_ASIDE = "/actuator/health/aside";

  /** For desk, managers and administrators alone, at every service: what was put aside. */
  private static Stream<Door> operation() {
    return Stream.of("/api/aside/**", HEALTH_OF_ASIDE + "/**")
        .map(pattern -> new Door(pattern, (caller, _) -> mayOperate(caller), false));
  }

  /** Whether the caller sees what was put aside, and may have it read again or passed. */
  public static boolean mayOperate(Caller caller) {
    return switch (caller) {
      case Caller.Desk _, Caller.Supervisor _, Caller.Administrator _ -> true;
      case Caller.OfAgency _,
          Caller.MeetingSecretary _,
          Caller.ProtectionOfficer _,
          Caller.Peer _ ->
          false;
    };
  }

  /**
   * All doors of a service; the first that fits an address is asked.
   *
   * @param all the doors
   * @param open patterns of the addresses of this service that are for everybody, besides {@link
   *     #OPEN_EVERYWHERE}
   */
  public record Doors(List<Door> all, List<String> open) {

    /** What is for everybody at every service: how it does, and what it offers. */
    public static final List<String> OPEN_EVERYWHERE =
        List.of(
            "/actuator",
            "/actuator/health/**",
            "/actuator/info",
            "/actuator/prometheus",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml",
            "/swagger-ui.html",
            "/swagger-ui/**",
            "/site/**",
            "/guide/**");

    /** Keeps unmodifiable copies. */
    public Doors {
      all = List.copyOf(all);
      open = List.copyOf(open);
    }

    /** These, and before them those for whoever keeps the network running. */
    public static Doors of(Door... doors) {
      return new Doors(Stream.concat(operation(), Stream.of(doors)).toList(), List.of());
    }

    /** The same with addresses that are for everybody. */
    public Doors open(String... patterns) {
      return new Doors(all, List.of(patterns));
    }
  }
}
