package jp.tsunagu.runtime.caller;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.CallerSettings.Entry;
import jp.tsunagu.runtime.start.StartRefused;

/**
 * Determines who acts. Everything else asks this one place.
 *
 * <p>Tokens are compared by their SHA-256, each configured one in constant time, without stopping
 * at the first that fits, so that the time of an answer tells nothing.
 */
final class Callers {

  private final List<Known> known;
  private final Clock clock;

  /** Refuses to start where one token would stand for two callers. */
  Callers(List<Entry> entries, Clock clock) {
    Map<String, Known> byHash = new HashMap<>();
    for (Entry entry : entries) {
      Known next = known(entry);
      Known before = byHash.putIfAbsent(HexFormat.of().formatHex(next.hash()), next);
      if (before != null && !before.caller().equals(next.caller())) {
        throw StartRefused.because(
            "一つのトークンが二つの役割に登録されています(" + before.name() + "、" + next.name() + ")。別のトークンにしてください。");
      }
    }
    this.known = List.copyOf(byHash.values());
    this.clock = clock;
  }

  /** What a token turned out to be. */
  sealed interface Judgement {

    /** It is good; the name is the one it was given in the settings. */
    record Good(Caller caller, Scope scope, String name) implements Judgement {}

    /** It was good once; the name is the one it was given in the settings. */
    record Expired(String name) implements Judgement {}

    /** Nobody has it. */
    record Unknown() implements Judgement {}
  }

  Judgement judge(String token) {
    byte[] presented = TokenHash.of(token);
    Known found = null;
    for (Known each : known) {
      if (MessageDigest.isEqual(each.hash(), presented)) {
        found = each;
      }
    }
    if (found == null) {
      return new Judgement.Unknown();
    }
    return found.lastDay().filter(day -> day.isOver(clock.instant())).isPresent()
        ? new Judgement.Expired(found.name())
        : new Judgement.Good(found.caller(), found.scope(), found.name());
  }

  private static Known known(Entry entry) {
    Caller caller = caller(entry);
    return new Known(
        HexFormat.of().parseHex(Objects.requireNonNull(entry.tokenSha256())),
        caller,
        entry.name() == null ? label(entry) : entry.name(),
        Optional.ofNullable(entry.expires()).flatMap(LastDay::of),
        entry.scope());
  }

  private static Caller caller(Entry entry) {
    return switch (Objects.requireNonNull(entry.role())) {
      case AGENCY -> new Caller.AgencySystem(new AgencyId(Objects.requireNonNull(entry.agency())));
      case DESK -> new Caller.Desk();
      case MANAGER -> new Caller.Supervisor();
      case PROTECTION -> new Caller.ProtectionOfficer();
      case PEER -> new Caller.Peer();
    };
  }

  private static String label(Entry entry) {
    String role = Objects.requireNonNull(entry.role()).name().toLowerCase(Locale.ROOT);
    return entry.agency() == null ? role : role + " " + entry.agency();
  }

  private record Known(
      byte[] hash, Caller caller, String name, Optional<LastDay> lastDay, Scope scope) {}
}
