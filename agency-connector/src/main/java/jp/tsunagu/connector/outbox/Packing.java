package jp.tsunagu.connector.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;

/** What travels with the commands of one batch, before it is sealed. */
public final class Packing {

  private final OutboxQueue queue;
  private final AgencyDatabase database;
  private final Map<DossierId, List<HeldPart>> parts;
  private final Map<Long, Map<String, Set<AgencyId>>> recipients;
  private final Set<String> unprotected;

  Packing(
      OutboxQueue queue,
      AgencyDatabase database,
      Map<DossierId, List<HeldPart>> parts,
      Map<Long, Map<String, Set<AgencyId>>> recipients,
      Set<String> unprotected) {
    this.queue = queue;
    this.database = database;
    this.parts = parts;
    this.recipients = recipients;
    this.unprotected = unprotected;
  }

  /** Seals what travels with a command of the batch, with the newest keys of the recipients. */
  public Packed pack(StoredCommand stored) {
    return queue.pack(
        database,
        stored,
        stored.dossierId().flatMap(id -> travelling(stored, id)),
        unprotected.contains(stored.key()));
  }

  /** What cannot be read here any more stays here. */
  private Optional<OpenDossier> travelling(StoredCommand stored, DossierId dossierId) {
    Map<String, Set<AgencyId>> wanted = recipients.getOrDefault(stored.id(), Map.of());
    return HeldPart.travelling(dossierId, parts.getOrDefault(dossierId, List.of()), wanted);
  }
}
