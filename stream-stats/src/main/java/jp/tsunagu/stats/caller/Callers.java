package jp.tsunagu.stats.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.caller.CallerSettings.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Determines who acts. Everything else asks this one place.
 *
 * <p>Tokens are compared by their SHA-256, each configured one in constant time, without stopping
 * at the first that fits, so that the time of an answer tells nothing.
 */
public final class Callers {

  private static final String SCHEME = "Bearer ";
  private static final int HASH_BYTES = 32;

  private final List<Known> known;

  /** Fails when an entry names no valid agency or hash, or when two entries share a token. */
  public Callers(CallerSettings settings) {
    this.known = settings.callers().stream().map(Callers::known).toList();
    long different =
        known.stream().map(entry -> HexFormat.of().formatHex(entry.hash())).distinct().count();
    if (different != known.size()) {
      throw new IllegalArgumentException("tsunagu.stats.callers: two entries share one token");
    }
  }

  /**
   * The caller whose token stands in this {@code Authorization} header; empty for none or an
   * unknown one.
   */
  public Optional<Caller> of(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] presented = sha256(authorization.substring(SCHEME.length()).strip());
    Caller found = null;
    for (Known entry : known) {
      if (MessageDigest.isEqual(entry.hash(), presented)) {
        found = entry.caller();
      }
    }
    return Optional.ofNullable(found);
  }

  private static Known known(Entry entry) {
    return new Known(hash(entry), caller(entry));
  }

  private static byte[] hash(Entry entry) {
    byte[] hash = HexFormat.of().parseHex(entry.tokenSha256());
    if (hash.length != HASH_BYTES) {
      throw new IllegalArgumentException(
          "tsunagu.stats.callers: token-sha256 has 64 hexadecimal digits");
    }
    return hash;
  }

  private static Caller caller(Entry entry) {
    return switch (entry.role()) {
      case AGENCY -> new Caller.AgencyCaller(agency(entry));
      case DESK -> new Caller.DeskCaller();
      case MANAGER -> new Caller.ManagerCaller();
    };
  }

  private static AgencyId agency(Entry entry) {
    String agency = entry.agency();
    if (agency == null || !AgencyId.isValid(agency)) {
      throw new IllegalArgumentException(
          "tsunagu.stats.callers: an entry with role agency names its agency");
    }
    return new AgencyId(agency);
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("every JDK has SHA-256", exception);
    }
  }

  private record Known(byte[] hash, Caller caller) {}
}
