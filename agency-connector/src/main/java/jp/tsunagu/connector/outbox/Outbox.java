package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.wire.Codec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes what a hosted agency wishes. Once {@link #submit} has returned, it is stored durably and
 * will reach the network in the order of its case, whether or not the broker is up.
 */
@Component
public final class Outbox {

  /** Largest record that is sent, in bytes; the network carries up to 1 MiB. */
  public static final int MAXIMUM_RECORD_BYTES = 900_000;

  /** What became of a wish about the register stands there. */
  private static final Answer WISHED = new Answer(202, null, Bytes.copyOf(new byte[0]));

  private final Databases databases;
  private final DossiersOfWishes dossiers;
  private final FileStore files;
  private final Codec codec;
  private final AgencySignals signals;
  private final Clock clock;
  private final RandomGenerator random;
  private final Map<AgencyId, GroupCommit<Prepared, Submission>> groups = new ConcurrentHashMap<>();

  Outbox(
      Databases databases,
      DossiersOfWishes dossiers,
      FileStore files,
      Codec codec,
      AgencySignals signals,
      Clock clock,
      RandomGenerator random) {
    this.databases = databases;
    this.dossiers = dossiers;
    this.files = files;
    this.codec = codec;
    this.signals = signals;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What this work asks and stores for the agency goes through one database connection, in one
   * transaction: a request takes one connection once, and keeps it no longer than the work lasts.
   */
  public <T> T together(AgencyId agency, Supplier<T> work) {
    return databases.of(agency).inTransaction(work);
  }

  /**
   * The answer to an earlier submission with this key, without storing anything; ask before
   * validating, so that a repetition is answered as the first time whatever has changed since.
   *
   * @return empty if the key is new; else {@link Submission.Repeated} or {@link
   *     Submission.KeyReusedWithOtherBody}
   */
  public Optional<Submission> earlier(AgencyId agency, IdempotencyKey key) {
    return Optional.ofNullable(earlier(agency, List.of(key)).get(key));
  }

  /** The same of many at once; nothing of a key that is new. */
  public Map<IdempotencyKey, Submission> earlier(AgencyId agency, Collection<IdempotencyKey> keys) {
    return Idempotency.earlier(databases.of(agency), keys);
  }

  /**
   * Stores it and wakes the sender; what is submitted at the same time is stored in one
   * transaction. It does not belong to a transaction that is running.
   *
   * @param patience how long it may wait for its turn
   * @throws CannotCreateTransactionException where it was not stored because too much is submitted
   */
  public Submission submit(AgencyId agency, Handed handed, Duration patience) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("others must not be stored in the caller's transaction");
    }
    Prepared prepared = Prepared.of(codec, handed);
    return prepared.fits()
        ? group(agency).submit(prepared, prepared.bytes(), patience)
        : Unusable.tooLarge(prepared);
  }

  /** How many submissions wait for their turn to be stored. */
  int waiting(AgencyId agency) {
    return group(agency).waiting();
  }

  private GroupCommit<Prepared, Submission> group(AgencyId agency) {
    return groups.computeIfAbsent(agency, id -> new GroupCommit<>(all -> storeAll(id, all)));
  }

  /** Stores all of these in one transaction, and gives what became of each in their order. */
  public List<Submission> submitAll(AgencyId agency, List<Handed> handed) {
    return storeAll(agency, handed.stream().map(each -> Prepared.of(codec, each)).toList());
  }

  /**
   * Stores these commands in one transaction and wakes the sender.
   *
   * @param key none where the caller gave none: nothing is recognised as a repetition
   * @param wishes called at most once, inside the transaction; not for a repetition
   */
  public Submission submit(AgencyId agency, @Nullable IdempotencyKey key, Supplier<Wishes> wishes) {
    return together(
        agency,
        () ->
            Optional.ofNullable(key)
                .flatMap(known -> earlier(agency, known))
                .orElseGet(
                    () -> submitAll(agency, List.of(new Handed(key, wishes.get()))).getFirst()));
  }

  private List<Submission> storeAll(AgencyId agency, List<Prepared> all) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(() -> store(database, all, clock.instant()));
  }

  private List<Submission> store(AgencyDatabase database, List<Prepared> all, Instant now) {
    Map<Prepared, Submission> outcomes = Unusable.of(database, files, all);
    List<Prepared> usable = all.stream().filter(each -> !outcomes.containsKey(each)).toList();
    Set<String> fresh = new HashSet<>(Idempotency.keepNew(database, told(usable), now));
    List<Prepared> accepted = new ArrayList<>();
    List<IdempotencyKey> known = new ArrayList<>();
    for (Prepared each : usable) {
      IdempotencyKey key = each.key();
      if (key == null || fresh.remove(key.key())) {
        accepted.add(each);
        outcomes.put(each, each.accepted());
      } else {
        known.add(key);
      }
    }
    insert(database, accepted, now);
    Map<IdempotencyKey, Submission> earlier = Idempotency.earlier(database, known);
    return all.stream()
        .map(each -> outcomes.computeIfAbsent(each, _ -> earlier.get(each.key())))
        .map(Objects::requireNonNull)
        .toList();
  }

  private static List<Idempotency.Told> told(List<Prepared> all) {
    List<Idempotency.Told> told = new ArrayList<>();
    for (Prepared each : all) {
      IdempotencyKey key = each.key();
      if (key != null) {
        told.add(new Idempotency.Told(key, each.handed().wishes().answer()));
      }
    }
    return told;
  }

  private void insert(AgencyDatabase database, List<Prepared> accepted, Instant now) {
    if (accepted.isEmpty()) {
      return;
    }
    OutboxRows.lockCases(
        database,
        accepted.stream().flatMap(each -> each.cases().stream()).collect(Collectors.toSet()),
        now);
    insert(
        database,
        accepted.stream().flatMap(each -> each.wishes().stream()).toList(),
        accepted.stream().flatMap(each -> each.rows().stream()).toList(),
        now);
    accepted.forEach(each -> each.handed().stored().run());
  }

  /**
   * Stores what the inbox causes inside the transaction that takes it in; the sender is woken when
   * it commits. Nobody knows of it before, so nothing else of its cases is kept waiting.
   */
  public void append(AgencyDatabase database, List<Wish> wishes, List<ConfirmReceipt> receipts) {
    if (!wishes.isEmpty() || !receipts.isEmpty()) {
      insert(
          database,
          wishes,
          Stream.concat(
                  wishes.stream().map(wish -> Prepared.row(codec, wish, null)),
                  receipts.stream().map(this::row))
              .toList(),
          clock.instant());
    }
  }

  /**
   * Stores a wish about the register and wakes the sender, unless its key was used before.
   *
   * @return what it was used for; empty where the wish is stored
   */
  public Optional<Submission> submit(AgencyId agency, IdempotencyKey key, RegisterCommand wish) {
    AgencyDatabase database = databases.of(agency);
    return database.inTransaction(
        () -> {
          Optional<Submission> before = used(database, key);
          if (before.isEmpty()) {
            append(database, key, wish);
          }
          return before;
        });
  }

  /** What this key was used for; who uses it at the same time waits for this transaction. */
  public Optional<Submission> used(AgencyDatabase database, IdempotencyKey key) {
    database.lock(List.of(key.key()));
    return Optional.ofNullable(Idempotency.earlier(database, List.of(key)).get(key));
  }

  /** Stores a wish about the register, inside a transaction, under a key that is new. */
  public void append(AgencyDatabase database, IdempotencyKey key, RegisterCommand wish) {
    Idempotency.keepNew(database, List.of(new Idempotency.Told(key, WISHED)), clock.instant());
    append(database, wish);
  }

  /** The same of one that nobody asked for. */
  public void append(AgencyDatabase database, RegisterCommand wish) {
    OutboxRows.Fresh row =
        new OutboxRows.Fresh(
            wish.commandId(),
            RecordKey.of(wish),
            wish.getClass().getSimpleName(),
            codec.encode((Record) wish),
            null,
            0,
            null,
            null);
    insert(database, List.of(), List.of(row), clock.instant());
  }

  /** A receipt has no id; its row has one like every row. */
  private OutboxRows.Fresh row(ConfirmReceipt receipt) {
    CommandId rowId = new CommandId(UuidVersion7.at(clock.instant(), random));
    return new OutboxRows.Fresh(
        rowId,
        RecordKey.of(receipt.caseId()),
        ConfirmReceipt.class.getSimpleName(),
        codec.encode(receipt),
        null,
        0,
        null,
        null);
  }

  /**
   * Stores rows.
   *
   * @param rows those of the wishes in their order, then others
   */
  private void insert(
      AgencyDatabase database, List<Wish> wishes, List<OutboxRows.Fresh> rows, Instant now) {
    dossiers.keep(database, wishes, OutboxRows.insertAll(database, rows, now), now);
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
  }
}
