package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.dossier.PrivateKeys;
import jp.tsunagu.connector.dossier.Sealer;
import jp.tsunagu.connector.dossier.Sealing;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.springframework.stereotype.Component;

/** The outbox as its sender sees it. */
@Component
public final class OutboxQueue {

  /** So many commands are sent at once. */
  static final int LARGEST_BATCH = 500;

  /** So much of what travels with them lies in memory at once: a record may have almost 1 MB. */
  static final int MOST_BYTES = 4 << 20;

  private final Codec codec;
  private final DossierStore dossiers;
  private final FileStore files;
  private final Sealer sealer;
  private final PrivateKeys keys;
  private final CurrentDirectory directory;
  private final Clock clock;

  OutboxQueue(
      Codec codec,
      DossierStore dossiers,
      FileStore files,
      Sealer sealer,
      PrivateKeys keys,
      CurrentDirectory directory,
      Clock clock) {
    this.codec = codec;
    this.dossiers = dossiers;
    this.files = files;
    this.sealer = sealer;
    this.keys = keys;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * What can be sent now, in order, with what travels with it: nothing that stands behind a held
   * command of its case, up to {@link #LARGEST_BATCH} commands or {@link #MOST_BYTES}.
   */
  public Packing next(AgencyDatabase database) {
    List<StoredCommand> sendable = OutboxRows.sendable(database, clock.instant(), LARGEST_BATCH);
    Map<Long, OutboxRows.Travelling> travelling =
        OutboxRows.travelling(database, sendable.stream().map(StoredCommand::id).toList());
    List<StoredCommand> batch = inMemory(sendable, travelling);
    Set<DossierId> ids =
        batch.stream().flatMap(row -> row.dossierId().stream()).collect(Collectors.toSet());
    boolean full = batch.size() < sendable.size() || sendable.size() == LARGEST_BATCH;
    return new Packing(
        this,
        database,
        batch,
        full,
        dossiers.parts(database, ids),
        travelling,
        unprotected(database, batch));
  }

  /** Cases of which the network told this agency that nothing protects them, by their keys. */
  private Set<String> unprotected(AgencyDatabase database, List<StoredCommand> batch) {
    Set<String> carrying =
        batch.stream()
            .filter(row -> row.dossierId().isPresent())
            .map(StoredCommand::key)
            .collect(Collectors.toSet());
    return OutboxRows.statesOfUnasked(database, carrying).entrySet().stream()
        .filter(each -> isUnprotected(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private boolean isUnprotected(byte[] encoded) {
    return codec.decode(encoded) instanceof Decoded.Readable(CaseState state)
        && state.protection() == null;
  }

  /** At least one. */
  private static List<StoredCommand> inMemory(
      List<StoredCommand> sendable, Map<Long, OutboxRows.Travelling> travelling) {
    int count = 0;
    long bytes = 0;
    for (StoredCommand row : sendable) {
      bytes +=
          row.encoded().size()
              + (row.isPiece() ? FilePiece.LARGEST_PIECE : 0)
              + travelling.getOrDefault(row.id(), OutboxRows.Travelling.NOTHING).bytes();
      if (count > 0 && bytes > MOST_BYTES) {
        break;
      }
      count++;
    }
    return sendable.subList(0, count);
  }

  /** Seals what travels with it, with the newest keys of the recipients. */
  Packed pack(
      AgencyDatabase database,
      StoredCommand stored,
      Optional<OpenDossier> dossier,
      boolean isUnprotected) {
    if (!(codec.decode(stored.encoded().toByteArray()) instanceof Decoded.Readable(Record value))) {
      throw new IllegalStateException("outbox row " + stored.id() + " cannot be read");
    }
    if (value instanceof FilePiece piece) {
      return new Packed.Ready(files.filled(database, piece));
    }
    if (value instanceof RequestDossier && !isOwnKeyKnown(database)) {
      return new Packed.Held(Set.of(database.agency()));
    }
    return dossier.isPresent() && value instanceof CaseCommand command
        ? seal(database, command, dossier.get(), isUnprotected || isUnprotectedSheet(command))
        : new Packed.Ready(value);
  }

  /** Else the holder would seal once more to the key that was lost. */
  private boolean isOwnKeyKnown(AgencyDatabase database) {
    List<PublicKey> published = directory.snapshot().keys(database.agency());
    return keys.current(database)
        .filter(own -> published.stream().anyMatch(key -> key.keyId().equals(own.keyId())))
        .isPresent();
  }

  /** With a sheet the case begins, so nothing else protects it. */
  private static boolean isUnprotectedSheet(CaseCommand command) {
    return command instanceof ReceiveSheet sheet && sheet.protection() == null;
  }

  private Packed seal(
      AgencyDatabase database, CaseCommand command, OpenDossier dossier, boolean isUnprotected) {
    CaseId caseId = command.header().caseId();
    Sealer.Wrapping wrapping =
        isUnprotected ? Sealer.Wrapping.UNDER_PAIR_KEYS : Sealer.Wrapping.EACH_BY_ITSELF;
    return switch (sealer.seal(database.agency(), caseId, dossier, wrapping)) {
      case Sealing.Sealed(var sealed) ->
          new Packed.Ready((Record) Sealable.carrying(command, sealed));
      case Sealing.KeysMissing(var agencies) -> new Packed.Held(agencies);
    };
  }

  /** Keeps it back, and everything after it in its case. */
  public void hold(AgencyDatabase database, StoredCommand stored, Packed.Held held) {
    database
        .jdbc()
        .sql("update outbox set waiting_for = :waitingFor where id = :id")
        .param("waitingFor", Columns.texts(held.waitingFor()))
        .param("id", stored.id())
        .update();
  }

  /** After the directory changed: everything held is tried again. */
  public int releaseHeld(AgencyDatabase database) {
    return database
        .jdbc()
        .sql(
            "update outbox set waiting_for = null where sent_at is null and waiting_for is not null")
        .update();
  }

  /** The broker has these, each at its place. */
  public void sent(AgencyDatabase database, List<SentCommand> sent) {
    if (sent.isEmpty()) {
      return;
    }
    database
        .jdbc()
        .sql(
            """
            update outbox
            set sent_at = :now, sent_partition = place.kafka_partition,
                sent_offset = place.kafka_offset
            from unnest(:ids::bigint[], :partitions::integer[], :offsets::bigint[])
              as place (id, kafka_partition, kafka_offset)
            where outbox.id = place.id and outbox.sent_at is null
            """)
        .param("now", Columns.at(clock.instant()))
        .param("ids", sent.stream().map(SentCommand::id).toArray(Long[]::new))
        .param("partitions", sent.stream().map(SentCommand::partition).toArray(Integer[]::new))
        .param("offsets", sent.stream().map(SentCommand::offset).toArray(Long[]::new))
        .update();
  }

  /** How many commands have not been sent yet. */
  public long waiting(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select count(*) from outbox where sent_at is null")
        .query(Long.class)
        .single();
  }

  /** How many commands wait for a recipient's key. */
  public long held(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select count(*) from outbox where sent_at is null and waiting_for is not null")
        .query(Long.class)
        .single();
  }
}
