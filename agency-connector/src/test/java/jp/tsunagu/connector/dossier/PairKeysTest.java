package jp.tsunagu.connector.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pair key serves a few dossiers for a short time, and none once something about it changed. */
class PairKeysTest {

  private static final Instant NOW = Instant.parse("2026-11-27T01:00:00Z");
  private static final AgencyId SENDER = new AgencyId("hokatsu");
  private static final AgencyId RECIPIENT = new AgencyId("shakyo");
  private static final AgencyId OTHER = new AgencyId("shogai");
  private static final KeyId OWN = new KeyId("00000000000000aa");

  private final PairKeys keys = new PairKeys(new NetworkId("mihon"));
  private PublicKey publicKey;

  @BeforeEach
  void makeKey() throws GeneralSecurityException {
    publicKey = freshKey();
    keys.membersAre(Set.of(SENDER, RECIPIENT, OTHER));
  }

  private static PublicKey freshKey() throws GeneralSecurityException {
    KeysetHandle made = HybridKeys.generate();
    Bytes keyset = HybridKeys.publicPart(made);
    return new PublicKey(Fingerprint.of(keyset).keyId(), keyset, NOW);
  }

  private KeyId used(AgencyId recipient, KeyId own, PublicKey key, Instant at)
      throws GeneralSecurityException {
    return keys.forDossier(new PairKeys.Pair(SENDER, own, recipient, key), at)
        .travelling()
        .pairKeyId();
  }

  private KeyId used(Instant at) throws GeneralSecurityException {
    return used(RECIPIENT, OWN, publicKey, at);
  }

  @Test
  void it_serves_a_hundred_dossiers() throws GeneralSecurityException {
    KeyId first = used(NOW);
    for (int i : IntStream.range(1, PairKeys.DOSSIERS).toArray()) {
      assertThat(used(NOW)).as("dossier %d", i + 1).isEqualTo(first);
    }
    assertThat(used(NOW)).isNotEqualTo(first);
  }

  @Test
  void it_serves_a_quarter_of_an_hour_and_never_before_it_was_made() throws Exception {
    KeyId first = used(NOW);
    assertThat(used(NOW.plus(PairKeys.LIFETIME).minusMillis(1))).isEqualTo(first);
    KeyId next = used(NOW.plus(PairKeys.LIFETIME));
    assertThat(next).isNotEqualTo(first);
    assertThat(used(NOW.minus(Duration.ofDays(1)))).isNotEqualTo(next);
  }

  @Test
  void each_recipient_has_another() throws GeneralSecurityException {
    assertThat(used(OTHER, OWN, publicKey, NOW)).isNotEqualTo(used(NOW));
  }

  @Test
  void a_new_key_of_either_side_ends_it() throws GeneralSecurityException {
    KeyId first = used(NOW);
    assertThat(used(RECIPIENT, OWN, freshKey(), NOW)).isNotEqualTo(first);
    assertThat(used(RECIPIENT, new KeyId("00000000000000bb"), publicKey, NOW)).isNotEqualTo(first);
  }

  @Test
  void whoever_leaves_ends_all_of_them_and_who_joins_ends_none() throws GeneralSecurityException {
    KeyId first = used(NOW);
    keys.membersAre(Set.of(SENDER, RECIPIENT, OTHER, new AgencyId("konkyu")));
    assertThat(used(NOW)).isEqualTo(first);
    keys.membersAre(Set.of(SENDER, RECIPIENT, OTHER));
    assertThat(used(NOW)).isNotEqualTo(first);
  }
}
