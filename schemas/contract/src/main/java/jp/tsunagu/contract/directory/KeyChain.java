package jp.tsunagu.contract.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;

/**
 * The keys of one agency as one sender believes in them. It begins with a signing key that
 * enrolment or a person confirmed and goes on only by what that key, or its successor, signed;
 * whatever gateway and broker say beside it changes nothing. A key goes on holding until its
 * successor is proven: there is no last day, because a key that ended by itself would stop
 * referrals. What was announced earlier than the key it would replace is a repetition.
 *
 * @param signing newest first, at most {@value #MOST_KEPT}; empty until the first is confirmed
 * @param sealing newest first, at most {@value #MOST_KEPT}
 */
public record KeyChain(
    NetworkId network, AgencyId agency, List<SigningKey> signing, List<PublicKey> sealing) {

  /** Older ones are told from unknown ones no more. */
  static final int MOST_KEPT = 5;

  public KeyChain {
    signing = List.copyOf(signing);
    sealing = List.copyOf(sealing);
  }

  /** Before anybody confirmed a key of the agency. */
  public static KeyChain unconfirmed(NetworkId network, AgencyId agency) {
    return new KeyChain(network, agency, List.of(), List.of());
  }

  /** As it was kept. */
  public static KeyChain of(NetworkId network, AgencyKeys kept) {
    return new KeyChain(network, kept.agencyId(), kept.signingKeys(), kept.keys());
  }

  /** As it is kept. */
  public AgencyKeys kept() {
    return new AgencyKeys(agency, sealing, signing);
  }

  /** The signing key that announcements are verified by. */
  public Optional<SigningKey> trusted() {
    return signing.stream().findFirst();
  }

  /** The key to seal to. */
  public Optional<PublicKey> inUse() {
    return sealing.stream().findFirst();
  }

  /**
   * Enrolment or a person vouches for this signing key. What is sealed to stays, until a key signed
   * by this one is announced.
   */
  public KeyChain confirmed(SigningKey key) {
    return trusted().filter(key::equals).isPresent() ? this : signedFromNowOnBy(key);
  }

  /** What is proven of these announcements is taken over, in the order of their time. */
  public KeyChain following(AgencyKeys announced) {
    KeyChain next = this;
    for (SigningKey key : byTime(announced.signingKeys(), SigningKey::announcedAt)) {
      next = next.standing(key) == KeyStanding.SUCCEEDS ? next.signedFromNowOnBy(key) : next;
    }
    for (PublicKey key : byTime(announced.keys(), PublicKey::announcedAt)) {
      next = next.standing(key) == KeyStanding.SUCCEEDS ? next.sealedFromNowOnTo(key) : next;
    }
    return next;
  }

  private static <T> List<T> byTime(List<T> keys, Function<T, Instant> time) {
    return keys.stream().sorted(Comparator.comparing(time)).toList();
  }

  private KeyChain signedFromNowOnBy(SigningKey key) {
    return new KeyChain(network, agency, before(signing, key), sealing);
  }

  private KeyChain sealedFromNowOnTo(PublicKey key) {
    return new KeyChain(network, agency, signing, before(sealing, key));
  }

  private static <T> List<T> before(List<T> keys, T newest) {
    List<T> next = new ArrayList<>();
    next.add(newest);
    keys.stream().filter(key -> !key.equals(newest)).limit(MOST_KEPT - 1L).forEach(next::add);
    return next;
  }

  /** What is made of a signing key of the directory. */
  public KeyStanding standing(SigningKey key) {
    SigningKey trusted = trusted().orElse(null);
    KeySignature signature = key.signature();
    if (!Fingerprint.of(key.publicKey()).keyId().equals(key.keyId())) {
      return KeyStanding.ID_WRONG;
    }
    if (trusted == null) {
      return KeyStanding.UNCONFIRMED;
    }
    if (key.publicKey().equals(trusted.publicKey())) {
      return KeyStanding.IN_USE;
    }
    if (signing.stream().anyMatch(known -> known.publicKey().equals(key.publicKey()))
        || !key.announcedAt().isAfter(trusted.announcedAt())) {
      return KeyStanding.OLDER;
    }
    return signature == null ? KeyStanding.UNCONFIRMED : signed(key, signature, trusted);
  }

  private KeyStanding signed(SigningKey key, KeySignature signature, SigningKey trusted) {
    if (!signature.signedBy().equals(trusted.keyId())) {
      return ofAnother(signature);
    }
    return KeyStatement.isSigned(network, agency, key, trusted)
        ? KeyStanding.SUCCEEDS
        : KeyStanding.SIGNATURE_WRONG;
  }

  private KeyStanding ofAnother(KeySignature signature) {
    return signing.stream().anyMatch(known -> known.keyId().equals(signature.signedBy()))
        ? KeyStanding.SIGNER_REPLACED
        : KeyStanding.SIGNER_UNKNOWN;
  }

  /** What is made of a sealing key of the directory. */
  public KeyStanding standing(PublicKey key) {
    if (!Fingerprint.of(key.keyset()).keyId().equals(key.keyId())) {
      return KeyStanding.ID_WRONG;
    }
    KeySignature signature = key.signature();
    if (inUse().filter(used -> used.keyset().equals(key.keyset())).isPresent()) {
      return KeyStanding.IN_USE;
    }
    if (sealing.stream().anyMatch(known -> known.keyset().equals(key.keyset()))) {
      return KeyStanding.OLDER;
    }
    if (signature == null) {
      return KeyStanding.NOT_SIGNED;
    }
    return trusted()
        .map(trusted -> signed(key, signature, trusted))
        .orElse(KeyStanding.UNCONFIRMED);
  }

  private KeyStanding signed(PublicKey key, KeySignature signature, SigningKey trusted) {
    if (!signature.signedBy().equals(trusted.keyId())) {
      return isLate(key) ? KeyStanding.OLDER : ofAnother(signature);
    }
    if (!KeyStatement.isSigned(network, agency, key, trusted)) {
      return KeyStanding.SIGNATURE_WRONG;
    }
    return isUsedBySignerOf(key) && isLate(key) ? KeyStanding.OLDER : KeyStanding.SUCCEEDS;
  }

  /** Not later than the key in use. */
  private boolean isLate(PublicKey key) {
    return inUse().filter(used -> !key.announcedAt().isAfter(used.announcedAt())).isPresent();
  }

  /** Only keys of one signer are told apart by their time: a stolen one may tell any. */
  private boolean isUsedBySignerOf(PublicKey key) {
    return inUse().flatMap(KeyChain::signer).equals(signer(key));
  }

  private static Optional<KeyId> signer(PublicKey key) {
    return Optional.ofNullable(key.signature()).map(KeySignature::signedBy);
  }
}
