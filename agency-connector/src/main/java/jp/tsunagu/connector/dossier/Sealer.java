package jp.tsunagu.connector.dossier;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.PairKey;
import jp.tsunagu.contract.dossier.SealedContent;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.NetworkId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Seals dossiers part by part, each part under a key of its own and to its own recipients. */
@Component
public final class Sealer {

  private final NetworkId network;
  private final CurrentDirectory directory;
  private final TrustedKeys trusted;
  private final Clock clock;
  private final PairKeys pairKeys;

  /** How the keys of the parts reach the recipients. */
  public enum Wrapping {
    /** Under a key that some dossiers between the two share. */
    UNDER_PAIR_KEYS,
    /** Each to the public key of the recipient, as in a protected case (保護案件). */
    EACH_BY_ITSELF
  }

  @Autowired
  Sealer(
      ConnectorProperties properties,
      CurrentDirectory directory,
      TrustedKeys trusted,
      Clock clock) {
    this.network = properties.network();
    this.directory = directory;
    this.trusted = trusted;
    this.clock = clock;
    this.pairKeys = new PairKeys(network);
  }

  /**
   * Seals every part to the key that the sender believes to be that of each of its recipients; the
   * sender is never one.
   */
  public Sealing seal(AgencyId sender, CaseId caseId, OpenDossier open, Wrapping wrapping) {
    NetworkDirectory known = directory.snapshot();
    RecipientKeys keys = new RecipientKeys(known, trusted.of(sender));
    Set<AgencyId> everybody = new HashSet<>();
    open.parts().forEach(part -> everybody.addAll(part.told().recipients()));
    everybody.remove(sender);
    Set<AgencyId> missing = keys.missing(everybody);
    if (!missing.isEmpty()) {
      return new Sealing.KeysMissing(missing);
    }
    Map<AgencyId, PublicKey> publicKeys = keys.keys(everybody);
    try {
      Map<AgencyId, PairKeys.Ready> pairs =
          wrapping == Wrapping.EACH_BY_ITSELF ? Map.of() : pairs(sender, publicKeys, known);
      List<SealedPart> parts = new ArrayList<>();
      for (OpenPart part : open.parts()) {
        parts.add(new OnePart(sender, caseId, open, part).seal(publicKeys, pairs));
      }
      List<PairKey> travelling = pairs.values().stream().map(PairKeys.Ready::travelling).toList();
      return new Sealing.Sealed(new SealedDossier(open.dossierId(), sender, parts, travelling));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a dossier could not be sealed", e);
    }
  }

  private Map<AgencyId, PairKeys.Ready> pairs(
      AgencyId sender, Map<AgencyId, PublicKey> publicKeys, NetworkDirectory known)
      throws GeneralSecurityException {
    pairKeys.membersAre(
        known.agencies().stream().map(Agency::agencyId).collect(Collectors.toSet()));
    KeyId own = known.keys(sender).stream().findFirst().map(PublicKey::keyId).orElse(null);
    Instant now = clock.instant();
    Map<AgencyId, PairKeys.Ready> pairs = new TreeMap<>();
    for (var each : publicKeys.entrySet()) {
      PairKeys.Pair pair = new PairKeys.Pair(sender, own, each.getKey(), each.getValue());
      pairs.put(each.getKey(), pairKeys.forDossier(pair, now));
    }
    return pairs;
  }

  /** Seals one of them. */
  private final class OnePart {

    private final AgencyId sender;
    private final CaseId caseId;
    private final OpenPart part;
    private final byte[] place;
    private final byte[] secret = AesGcm.freshKey();

    OnePart(AgencyId sender, CaseId caseId, OpenDossier open, OpenPart part) {
      this.sender = sender;
      this.caseId = caseId;
      this.part = part;
      this.place = AssociatedData.ofContent(network, caseId, open.dossierId(), part.name(), sender);
    }

    SealedPart seal(Map<AgencyId, PublicKey> publicKeys, Map<AgencyId, PairKeys.Ready> pairs)
        throws GeneralSecurityException {
      List<WrappedKey> wrapped = new ArrayList<>();
      for (var each : publicKeys.entrySet()) {
        AgencyId recipient = each.getKey();
        if (part.told().recipients().contains(recipient)) {
          PairKeys.Ready pair = pairs.get(recipient);
          wrapped.add(pair == null ? toPublicKey(recipient, each.getValue()) : under(pair));
        }
      }
      byte[] sealed = new AesGcm(secret).encrypt(part.told().content().toByteArray(), place);
      return new SealedPart(
          part.name(),
          part.kind(),
          part.person(),
          part.details(),
          part.basis(),
          new SealedContent(Bytes.copyOf(sealed), wrapped),
          part.form(),
          part.namesNoOne());
    }

    private WrappedKey toPublicKey(AgencyId recipient, PublicKey key)
        throws GeneralSecurityException {
      byte[] context = AssociatedData.ofKey(network, caseId, sender, recipient, key.keyId());
      return new WrappedKey(recipient, key.keyId(), pairKeys.wrap(key, secret, context));
    }

    private WrappedKey under(PairKeys.Ready pair) throws GeneralSecurityException {
      PairKey key = pair.travelling();
      byte[] context = AssociatedData.ofKeyUnder(key.pairKeyId(), place, key.recipient());
      Bytes wrapped = Bytes.copyOf(pair.aead().encrypt(secret, context));
      return new WrappedKey(key.recipient(), key.keyId(), wrapped, key.pairKeyId());
    }
  }
}
