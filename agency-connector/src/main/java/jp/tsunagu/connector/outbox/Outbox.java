package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.CoordinationCommand;
import jp.tsunagu.contract.lifecycle.ReferralCommand;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.wire.Codec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes what a hosted agency wishes. Once {@link #submit} has returned, it is stored durably and
 * will reach the network in the order of its case, whether or not the broker is up.
 */
@Component
public final class Outbox {

  /** Largest record that is sent, in bytes; the network carries up to 1 MiB. */
  public static final int MAXIMUM_RECORD_BYTES = 900_000;

  private final Databases databases;
  private final DossierStore dossiers;
  private final Codec codec;
  private final AgencySignals signals;
  private final Clock clock;

  Outbox(
      Databases databases, DossierStore dossiers, Codec codec, AgencySignals signals, Clock clock) {
    this.databases = databases;
    this.dossiers = dossiers;
    this.codec = codec;
    this.signals = signals;
    this.clock = clock;
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
    return Idempotency.earlier(databases.of(agency), key);
  }

  /**
   * Stores these commands in one transaction and wakes the sender.
   *
   * @param key none where the caller gave none: nothing is recognised as a repetition
   * @param wishes called once, only if the key is new, inside the transaction
   */
  public Submission submit(AgencyId agency, @Nullable IdempotencyKey key, Supplier<Wishes> wishes) {
    AgencyDatabase database = databases.of(agency);
    Instant now = clock.instant();
    return database.inTransaction(
        () -> {
          if (key != null && !Idempotency.isNew(database, key, now)) {
            return Idempotency.earlier(database, key).orElseThrow();
          }
          return store(database, key, wishes.get(), now);
        });
  }

  private Submission store(
      AgencyDatabase database, @Nullable IdempotencyKey key, Wishes wishes, Instant now) {
    Optional<Submission> tooLarge = tooLarge(wishes);
    if (tooLarge.isPresent()) {
      if (key != null) {
        Idempotency.forget(database, key);
      }
      return tooLarge.get();
    }
    lockCases(database, wishes, now);
    wishes.wishes().forEach(wish -> insert(database, wish, now));
    List<CommandId> ids =
        wishes.wishes().stream().map(wish -> wish.command().header().commandId()).toList();
    if (key != null) {
      Idempotency.answer(database, key, wishes.answer());
      OutboxRows.submittedUnder(database, key, ids);
    }
    wake(database);
    return new Submission.Accepted(ids, wishes.answer());
  }

  private Optional<Submission> tooLarge(Wishes wishes) {
    return wishes.wishes().stream()
        .map(wish -> RecordSize.of(codec, wish))
        .filter(bytes -> bytes > MAXIMUM_RECORD_BYTES)
        .max(Comparator.naturalOrder())
        .map(bytes -> new Submission.TooLarge(bytes, MAXIMUM_RECORD_BYTES));
  }

  private static void lockCases(AgencyDatabase database, Wishes wishes, Instant now) {
    wishes.wishes().stream()
        .map(wish -> wish.command().header().caseId())
        .distinct()
        .sorted(Comparator.comparing(CaseId::toString))
        .forEach(caseId -> OutboxRows.lockCase(database, caseId, now));
  }

  /**
   * Stores one command inside the transaction that is running; the sender is woken when it commits.
   */
  public void append(AgencyDatabase database, Wish wish) {
    Instant now = clock.instant();
    OutboxRows.lockCase(database, wish.command().header().caseId(), now);
    insert(database, wish, now);
    wake(database);
  }

  private void insert(AgencyDatabase database, Wish wish, Instant now) {
    CaseCommand command = wish.command();
    CaseId caseId = command.header().caseId();
    OpenDossier dossier = wish.dossier();
    long id =
        OutboxRows.insert(
            database,
            new OutboxRows.Fresh(
                command.header().commandId(),
                caseId.toString(),
                caseId,
                NewerRecord.kindOf(command),
                codec.encode((Record) command),
                dossier == null ? null : dossier.dossierId(),
                0,
                null),
            now);
    if (dossier != null) {
      if (!wish.isHeld()) {
        dossiers.keepOwn(database, caseId, referralOf(command), dossier, now);
      }
      OutboxRows.insertParts(database, id, dossier.dossierId(), dossier.parts());
    }
  }

  private static @Nullable ReferralId referralOf(CaseCommand command) {
    if (command instanceof ReferralCommand referral) {
      return referral.referralId();
    }
    if (command instanceof ReceiveSheet sheet) {
      return sheet.legs().stream().map(SheetLeg::referralId).findFirst().orElse(null);
    }
    return command instanceof CoordinationCommand.HandBackCase handBack
        ? handBack.referralId()
        : null;
  }

  private void wake(AgencyDatabase database) {
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
  }
}
