package jp.tsunagu.gateway.stream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.KeySignature;
import jp.tsunagu.contract.directory.KeyStatement;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What every agency announced of its keys. Only what is signed is published, so that a foreign
 * record on an outbox disturbs nobody; senders do not rely on it and verify by themselves. A
 * signing key that the one before did not sign begins another chain beside the first, for people to
 * compare.
 */
record KeyRing(NetworkId network, KeyValueStore<String, byte[]> store, Codec codec) {

  /** Older ones are forgotten: nobody seals to them any more. */
  static final int MOST_KEYS = 5;

  /** Chains beside the first; the newest stay, so that no flood drives the first one out. */
  static final int MOST_OTHERS = 3;

  /** What became of an announcement. */
  sealed interface Announcement {
    /** It is published. */
    record Added(AgencyKeys keys) implements Announcement {}

    /** The key stood there already. */
    record Known() implements Announcement {}

    /** It proves nothing and is not published. */
    record Refused(Fault fault) implements Announcement {}
  }

  /** Why an announcement is refused; the agency is told, because somebody else may have made it. */
  enum Fault {
    /** No signature stands beside the key. */
    KEY_NOT_SIGNED,
    /** A key stands under an id that is not its own, or under that of another one. */
    KEY_ID_WRONG,
    /** Signed by a key that the agency did not announce. */
    KEY_SIGNER_UNKNOWN,
    /** The signature does not belong to it. */
    KEY_SIGNATURE_WRONG,
    /** Announced before the key it would replace: told again. */
    KEY_OLDER
  }

  Announcement announce(AgencyId agency, AnnounceKey announcement) {
    AgencyKeys ring = keysOf(agency);
    PublicKey key = announcement.key();
    SigningKey fresh = announcement.signingKey();
    if (fresh != null && ring.signingKeys().stream().noneMatch(fresh::equals)) {
      Optional<Fault> fault = fault(ring, fresh);
      return fault.isPresent()
          ? new Announcement.Refused(fault.get())
          : added(ring, key, fresh, fresh);
    }
    return signer(ring, key)
        .map(signer -> added(ring, key, null, signer))
        .orElseGet(() -> new Announcement.Refused(unknownSigner(key)));
  }

  private static Fault unknownSigner(PublicKey key) {
    return key.signature() == null ? Fault.KEY_NOT_SIGNED : Fault.KEY_SIGNER_UNKNOWN;
  }

  private static Optional<SigningKey> signer(AgencyKeys ring, PublicKey key) {
    KeySignature signature = key.signature();
    return signature == null
        ? Optional.empty()
        : ring.signingKeys().stream()
            .filter(known -> known.keyId().equals(signature.signedBy()))
            .findFirst();
  }

  private Optional<Fault> fault(AgencyKeys ring, SigningKey fresh) {
    if (!Fingerprint.of(fresh.publicKey()).keyId().equals(fresh.keyId())
        || ring.signingKeys().stream().anyMatch(known -> known.keyId().equals(fresh.keyId()))) {
      return Optional.of(Fault.KEY_ID_WRONG);
    }
    KeySignature signature = fresh.signature();
    if (signature == null) {
      return Optional.empty();
    }
    Optional<SigningKey> before =
        ring.signingKeys().stream()
            .filter(known -> known.keyId().equals(signature.signedBy()))
            .findFirst();
    if (before.isEmpty()) {
      return Optional.of(Fault.KEY_SIGNER_UNKNOWN);
    }
    if (!KeyStatement.isSigned(network, ring.agencyId(), fresh, before.get())) {
      return Optional.of(Fault.KEY_SIGNATURE_WRONG);
    }
    return fresh.announcedAt().isAfter(before.get().announcedAt())
        ? Optional.empty()
        : Optional.of(Fault.KEY_OLDER);
  }

  /**
   * With a sealing key that this signing key signed.
   *
   * @param fresh the signing key, where it is new
   */
  private Announcement added(
      AgencyKeys ring, PublicKey key, @Nullable SigningKey fresh, SigningKey signer) {
    if (!Fingerprint.of(key.keyset()).keyId().equals(key.keyId())) {
      return new Announcement.Refused(Fault.KEY_ID_WRONG);
    }
    if (key.signature() == null) {
      return new Announcement.Refused(Fault.KEY_NOT_SIGNED);
    }
    if (!KeyStatement.isSigned(network, ring.agencyId(), key, signer)) {
      return new Announcement.Refused(Fault.KEY_SIGNATURE_WRONG);
    }
    if (fresh == null && ring.keys().stream().anyMatch(key::equals)) {
      return new Announcement.Known();
    }
    if (ring.keys().stream()
        .anyMatch(known -> isOfSigner(known, signer) && !isBefore(known, key))) {
      return new Announcement.Refused(Fault.KEY_OLDER);
    }
    AgencyKeys kept = kept(ring, key, fresh);
    store.put(ring.agencyId().value(), codec.encode(kept));
    return new Announcement.Added(kept);
  }

  private static boolean isOfSigner(PublicKey key, SigningKey signer) {
    KeySignature signature = key.signature();
    return signature != null && signature.signedBy().equals(signer.keyId());
  }

  private static boolean isBefore(PublicKey known, PublicKey key) {
    return known.announcedAt().isBefore(key.announcedAt());
  }

  private static AgencyKeys kept(AgencyKeys ring, PublicKey key, @Nullable SigningKey fresh) {
    List<SigningKey> signing =
        Stream.concat(Stream.ofNullable(fresh), ring.signingKeys().stream()).toList();
    List<PublicKey> sealing = Stream.concat(Stream.of(key), ring.keys().stream()).toList();
    Set<KeyId> first = chainOf(ring.signingKeys().isEmpty() ? signing : ring.signingKeys());
    signing.reversed().stream()
        .filter(known -> known.signature() != null)
        .filter(known -> first.contains(signerOf(known.signature())))
        .forEach(known -> first.add(known.keyId()));
    List<SigningKey> signers = firstBefore(signing, known -> first.contains(known.keyId()));
    Set<KeyId> kept = new HashSet<>();
    signers.forEach(known -> kept.add(known.keyId()));
    return new AgencyKeys(
        ring.agencyId(),
        firstBefore(
            sealing.stream().filter(known -> kept.contains(signerOf(known.signature()))).toList(),
            known -> first.contains(signerOf(known.signature()))),
        signers);
  }

  /** The chain that the first of these belongs to, as far as they tell. */
  private static Set<KeyId> chainOf(List<SigningKey> signing) {
    Set<KeyId> chain = new HashSet<>();
    KeyId next = signing.getFirst().keyId();
    for (SigningKey key : signing) {
      if (key.keyId().equals(next)) {
        chain.add(key.keyId());
        next = key.signature() == null ? next : signerOf(key.signature());
      }
    }
    return chain;
  }

  private static KeyId signerOf(@Nullable KeySignature signature) {
    return Objects.requireNonNull(signature).signedBy();
  }

  private static <T> List<T> firstBefore(List<T> newestFirst, Predicate<T> isOfFirst) {
    List<T> kept = new ArrayList<>();
    newestFirst.stream().filter(isOfFirst).limit(MOST_KEYS).forEach(kept::add);
    newestFirst.stream().filter(isOfFirst.negate()).limit(MOST_OTHERS).forEach(kept::add);
    return kept;
  }

  private AgencyKeys keysOf(AgencyId agency) {
    byte[] stored = store.get(agency.value());
    if (stored == null) {
      return new AgencyKeys(agency, List.of());
    }
    if (codec.decode(stored) instanceof Decoded.Readable(AgencyKeys known)) {
      return known;
    }
    throw new IllegalStateException("the stored keys of " + agency + " cannot be read");
  }
}
