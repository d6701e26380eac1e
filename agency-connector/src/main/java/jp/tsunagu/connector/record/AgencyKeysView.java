package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.directory.KeyStanding;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one agency as another one sees them.
 *
 * @param signingFingerprint of the signing key that is believed; none until one is confirmed
 * @param sealingFingerprint of the key that is sealed to; none until one is proven
 * @param announced what stands in the directory, believed or not
 */
public record AgencyKeysView(
    AgencyId agencyId,
    @Nullable String signingFingerprint,
    @Nullable String sealingFingerprint,
    List<Key> announced) {

  public AgencyKeysView {
    announced = List.copyOf(announced);
  }

  /** What a key is for. */
  public enum Use implements Code {
    /** 署名鍵. */
    SIGNING("署名鍵"),
    /** 封かん鍵. */
    SEALING("封かん鍵");

    private final String label;

    Use(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * A key of the directory.
   *
   * @param fingerprint to be compared by telephone
   * @param firstSeenAt when this agency saw it first; none before it was looked at
   * @param standing what is made of it, and why it is not used
   */
  public record Key(
      Use use,
      KeyId keyId,
      String fingerprint,
      Instant announcedAt,
      @Nullable Instant firstSeenAt,
      KeyStanding standing) {}
}
