package jp.tsunagu.connector.dossier;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.SealedContent;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.NetworkId;
import org.springframework.stereotype.Component;

/** Seals dossiers part by part, each part to its own recipients. */
@Component
public final class Sealer {

  private final NetworkId network;
  private final CurrentDirectory directory;
  private final TrustedKeys trusted;
  private final Clock clock;
  private final DataKeys dataKeys;

  Sealer(
      ConnectorProperties properties,
      CurrentDirectory directory,
      TrustedKeys trusted,
      Clock clock) {
    this.network = properties.network();
    this.directory = directory;
    this.trusted = trusted;
    this.clock = clock;
    this.dataKeys = new DataKeys(network);
  }

  /**
   * Seals every part to the key that the sender believes to be that of each of its recipients; the
   * sender is never one.
   */
  public Sealing seal(AgencyId sender, CaseId caseId, OpenDossier open) {
    RecipientKeys keys = new RecipientKeys(directory.snapshot(), trusted.of(sender));
    Set<AgencyId> everybody = new HashSet<>();
    open.parts().forEach(part -> everybody.addAll(part.told().recipients()));
    everybody.remove(sender);
    Set<AgencyId> missing = keys.missing(everybody);
    if (!missing.isEmpty()) {
      return new Sealing.KeysMissing(missing);
    }
    List<SealedPart> parts = new ArrayList<>();
    for (OpenPart part : open.parts()) {
      parts.add(seal(sender, caseId, open, part, keys));
    }
    return new Sealing.Sealed(new SealedDossier(open.dossierId(), sender, parts));
  }

  private SealedPart seal(
      AgencyId sender, CaseId caseId, OpenDossier open, OpenPart part, RecipientKeys keys) {
    Instant now = clock.instant();
    Set<AgencyId> others = new HashSet<>(part.told().recipients());
    others.remove(sender);
    Map<AgencyId, PublicKey> recipients = keys.keys(others);
    byte[] place = AssociatedData.ofContent(network, caseId, open.dossierId(), part.name(), sender);
    try {
      DataKey key = dataKeys.forUse(caseId, sender, recipients, now);
      byte[] sealed = key.aead().encrypt(part.told().content().toByteArray(), place);
      return new SealedPart(
          part.name(),
          part.kind(),
          part.person(),
          part.details(),
          part.basis(),
          new SealedContent(Bytes.copyOf(sealed), key.wrapped()),
          part.form(),
          part.namesNoOne());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a part could not be sealed", e);
    }
  }
}
