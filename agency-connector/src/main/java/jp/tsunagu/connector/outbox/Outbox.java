package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
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
    OutboxRows.lockCases(database, cases(wishes.wishes()), now);
    insert(database, wishes.wishes(), key, now);
    if (key != null) {
      Idempotency.answer(database, key, wishes.answer());
    }
    wake(database);
    return new Submission.Accepted(
        wishes.wishes().stream().map(wish -> wish.command().header().commandId()).toList(),
        wishes.answer());
  }

  private static Set<CaseId> cases(List<Wish> wishes) {
    return wishes.stream()
        .map(wish -> wish.command().header().caseId())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Optional<Submission> tooLarge(Wishes wishes) {
    return wishes.wishes().stream()
        .map(wish -> RecordSize.of(codec, wish))
        .filter(bytes -> bytes > MAXIMUM_RECORD_BYTES)
        .max(Comparator.naturalOrder())
        .map(bytes -> new Submission.TooLarge(bytes, MAXIMUM_RECORD_BYTES));
  }

  /**
   * Stores what the inbox causes inside the transaction that takes it in; the sender is woken when
   * it commits. Nobody knows of it before, so nothing else of its cases is kept waiting.
   */
  public void append(AgencyDatabase database, List<Wish> wishes) {
    if (!wishes.isEmpty()) {
      insert(database, wishes, null, clock.instant());
      wake(database);
    }
  }

  private void insert(
      AgencyDatabase database, List<Wish> wishes, @Nullable IdempotencyKey key, Instant now) {
    String under = key == null ? null : key.key();
    List<Long> ids =
        OutboxRows.insertAll(database, wishes.stream().map(w -> row(w, under)).toList(), now);
    Map<Long, OpenDossier> travelling = new LinkedHashMap<>();
    List<DossierStore.Own> written = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      Wish wish = wishes.get(i);
      OpenDossier dossier = wish.dossier();
      if (dossier != null) {
        travelling.put(ids.get(i), dossier);
      }
      if (dossier != null && !wish.isHeld()) {
        CaseCommand command = wish.command();
        written.add(new DossierStore.Own(command.header().caseId(), referralOf(command), dossier));
      }
    }
    dossiers.keepOwn(database, written, now);
    OutboxRows.insertParts(database, travelling);
  }

  private OutboxRows.Fresh row(Wish wish, @Nullable String submittedUnder) {
    CaseCommand command = wish.command();
    OpenDossier dossier = wish.dossier();
    return new OutboxRows.Fresh(
        command.header().commandId(),
        command.header().caseId(),
        NewerRecord.kindOf(command),
        codec.encode((Record) command),
        dossier == null ? null : dossier.dossierId(),
        0,
        null,
        submittedUnder);
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
