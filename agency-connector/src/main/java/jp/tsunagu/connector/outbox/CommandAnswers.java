package jp.tsunagu.connector.outbox;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the gateway answered to commands; called inside the transaction that takes the answer in.
 */
@Component
public final class CommandAnswers {

  /** Afterwards the refusal stands and a person looks at it. */
  private static final int RESEALED_AT_MOST = 10;

  /** The directory must catch up with the key the gateway already knows. */
  private static final Duration BEFORE_SENDING_AGAIN = Duration.ofSeconds(1);

  private final Codec codec;
  private final AgencySignals signals;
  private final DossierStore dossiers;
  private final Clock clock;
  private final RandomGenerator random;

  CommandAnswers(
      Codec codec,
      AgencySignals signals,
      DossierStore dossiers,
      Clock clock,
      RandomGenerator random) {
    this.codec = codec;
    this.signals = signals;
    this.dossiers = dossiers;
    this.clock = clock;
    this.random = random;
  }

  /** It took effect. */
  public void take(AgencyDatabase database, CommandAccepted notice) {
    database
        .jdbc()
        .sql(
            """
            update outbox set answer = 'ACCEPTED', answered_at = :now,
                              first_sequence = :first, last_sequence = :last
            where command_id = :commandId and answer is null
            """)
        .param("now", Columns.at(clock.instant()))
        .param("first", notice.firstSequence())
        .param("last", notice.lastSequence())
        .param("commandId", notice.commandId().value())
        .update();
    Drafts.taken(database, notice.commandId());
  }

  /** It had no effect; one with an outdated key is sealed anew and sent again. */
  public void take(AgencyDatabase database, CommandRefused notice) {
    Optional<CommandId> again =
        notice.code() == RefusalCode.RESEAL
            ? sendAgain(database, notice.commandId())
            : Optional.empty();
    database
        .jdbc()
        .sql(
            """
            update outbox set answer = :answer, answered_at = :now, refusal_code = :code,
                              persons = :persons, next_steps = :nextSteps, sent_again_as = :again,
                              refused_details = :details, refused_recipients = :recipients,
                              open_referral = :openReferral
            where command_id = :commandId and answer is null
            """)
        .param("answer", again.isPresent() ? "RESEALED" : "REFUSED")
        .param("now", Columns.at(clock.instant()))
        .param("code", notice.code().name())
        .param(
            "persons",
            notice.about().persons().stream().map(p -> p.number()).toArray(Integer[]::new))
        .param("nextSteps", notice.nextSteps().stream().map(Enum::name).toArray(String[]::new))
        .param("details", notice.about().details().stream().map(Enum::name).toArray(String[]::new))
        .param("recipients", Columns.texts(notice.about().recipients()))
        .param("openReferral", uuid(notice.about().openReferral()), Types.OTHER)
        .param("again", again.map(CommandId::value).orElse(null), Types.OTHER)
        .param("commandId", notice.commandId().value())
        .update();
    if (again.isEmpty() && isSheet(database, notice.commandId())) {
      forget(database, notice.caseId());
    }
  }

  private static @Nullable UUID uuid(@Nullable ReferralId id) {
    return id == null ? null : id.value();
  }

  private static boolean isSheet(AgencyDatabase database, CommandId commandId) {
    return OutboxRows.find(database, commandId)
        .filter(row -> row.kind().equals(ReceiveSheet.class.getSimpleName()))
        .isPresent();
  }

  private void forget(AgencyDatabase database, CaseId caseId) {
    if (OutboxRows.forgetCase(database, caseId)) {
      dossiers.forget(database, caseId);
    }
  }

  /**
   * The gateway could not read it.
   *
   * @return false if this agency sent nothing to that place
   */
  public boolean take(AgencyDatabase database, CommandUnreadable notice) {
    database
        .jdbc()
        .sql(
            """
            update outbox set answer = 'UNREADABLE', answered_at = :now, unreadable_reason = :reason
            where sent_partition = :partition and sent_offset = :offset and answer is null
            """)
        .param("now", Columns.at(clock.instant()))
        .param("reason", notice.reason())
        .param("partition", notice.partition())
        .param("offset", notice.offset())
        .update();
    return database
            .jdbc()
            .sql(
                """
                select count(*) from outbox
                where sent_partition = :partition and sent_offset = :offset
                """)
            .param("partition", notice.partition())
            .param("offset", notice.offset())
            .query(Long.class)
            .single()
        > 0;
  }

  private Optional<CommandId> sendAgain(AgencyDatabase database, CommandId refused) {
    Optional<StoredCommand> stored =
        OutboxRows.find(database, refused)
            .filter(row -> row.dossierId().isPresent())
            .filter(row -> row.timesResealed() < RESEALED_AT_MOST)
            .filter(row -> isUnanswered(database, row));
    return stored.flatMap(row -> again(database, row));
  }

  private static boolean isUnanswered(AgencyDatabase database, StoredCommand stored) {
    return database
        .jdbc()
        .sql("select answer is null from outbox where id = :id")
        .param("id", stored.id())
        .query(Boolean.class)
        .single();
  }

  private Optional<CommandId> again(AgencyDatabase database, StoredCommand stored) {
    if (!(codec.decode(stored.encoded().toByteArray())
        instanceof Decoded.Readable(CaseCommand old))) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    CommandId commandId = new CommandId(UuidVersion7.at(now, random));
    CaseCommand copy = Sealable.readdressed(old, old.header().renumbered(commandId));
    List<Long> ids =
        OutboxRows.insertAll(
            database,
            List.of(
                new OutboxRows.Fresh(
                    commandId,
                    old.header().caseId(),
                    stored.kind(),
                    codec.encode((Record) copy),
                    stored.dossierId().orElseThrow(),
                    stored.timesResealed() + 1,
                    now.plus(BEFORE_SENDING_AGAIN),
                    null)),
            now);
    OutboxRows.goOn(database, Map.of(stored.id(), ids.getFirst()));
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
    return Optional.of(commandId);
  }
}
