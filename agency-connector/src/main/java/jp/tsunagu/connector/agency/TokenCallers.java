package jp.tsunagu.connector.agency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/** Callers by bearer token; only hashes of tokens are configured and kept. */
final class TokenCallers implements Callers {

  private static final String SCHEME = "Bearer ";

  private final Map<String, AgencyId> agencyByTokenHash = new HashMap<>();

  TokenCallers(HostedAgencies agencies) {
    for (HostedAgency agency : agencies.all()) {
      agency.tokenHashes().forEach(hash -> register(hash, agency.id()));
    }
  }

  private void register(String hash, AgencyId agency) {
    AgencyId other = agencyByTokenHash.put(hash, agency);
    if (other != null && !other.equals(agency)) {
      throw new IllegalArgumentException(
          "tsunagu.connector.agencies: " + other + " and " + agency + " share a token");
    }
  }

  @Override
  public Optional<AgencyId> agencyOf(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String token = authorization.substring(SCHEME.length()).strip();
    return Optional.ofNullable(agencyByTokenHash.get(sha256(token)));
  }

  static String sha256(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
