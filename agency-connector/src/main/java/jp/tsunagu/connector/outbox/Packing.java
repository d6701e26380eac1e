package jp.tsunagu.connector.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.id.DossierId;

/** What travels with the commands of one batch, before it is sealed. */
public final class Packing {

  private final OutboxQueue queue;
  private final AgencyDatabase database;
  private final Map<DossierId, List<HeldPart>> parts;
  private final Map<Long, OutboxRows.Travelling> travelling;
  private final List<StoredCommand> batch;
  private final boolean full;
  private final Set<String> unprotected;

  Packing(
      OutboxQueue queue,
      AgencyDatabase database,
      List<StoredCommand> batch,
      boolean full,
      Map<DossierId, List<HeldPart>> parts,
      Map<Long, OutboxRows.Travelling> travelling,
      Set<String> unprotected) {
    this.queue = queue;
    this.database = database;
    this.batch = List.copyOf(batch);
    this.full = full;
    this.parts = parts;
    this.travelling = travelling;
    this.unprotected = unprotected;
  }

  /** The commands, in order. */
  public List<StoredCommand> batch() {
    return batch;
  }

  /** Whether more may wait behind them. */
  public boolean isFull() {
    return full;
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
    return HeldPart.travelling(
        dossierId,
        parts.getOrDefault(dossierId, List.of()),
        travelling.getOrDefault(stored.id(), OutboxRows.Travelling.NOTHING).recipients());
  }
}
