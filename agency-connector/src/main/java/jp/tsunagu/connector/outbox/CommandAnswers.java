package jp.tsunagu.connector.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Rows;
import jp.tsunagu.connector.dossier.FileStore;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.outbox.OutboxRows.Asked;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.message.Notice;
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
  private final FileStore files;
  private final AgencySignals signals;
  private final Clock clock;
  private final RandomGenerator random;

  CommandAnswers(
      Codec codec, FileStore files, AgencySignals signals, Clock clock, RandomGenerator random) {
    this.codec = codec;
    this.files = files;
    this.signals = signals;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What came of answers beside their commands.
   *
   * @param refusedSheets the sheets that had no effect and are not sent again
   * @param sentByOthers what could not be read and was not sent by this agency
   */
  public record Taken(Set<CommandId> refusedSheets, List<CommandUnreadable> sentByOthers) {
    public Taken {
      refusedSheets = Set.copyOf(refusedSheets);
      sentByOthers = List.copyOf(sentByOthers);
    }
  }

  /** An answer as it is stored. */
  private record Given(
      CommandId commandId,
      String answer,
      @Nullable CommandAccepted accepted,
      @Nullable CommandRefused refused,
      @Nullable CommandId again) {

    static Given of(CommandAccepted accepted) {
      return new Given(accepted.commandId(), "ACCEPTED", accepted, null, null);
    }

    static Given of(CommandRefused refused, @Nullable CommandId again) {
      String answer = again == null ? "REFUSED" : "RESEALED";
      return new Given(refused.commandId(), answer, null, refused, again);
    }

    <V> @Nullable V ofAccepted(Function<CommandAccepted, @Nullable V> value) {
      return accepted == null ? null : value.apply(accepted);
    }

    <V> @Nullable V ofRefused(Function<CommandRefused, @Nullable V> value) {
      return refused == null ? null : value.apply(refused);
    }
  }

  /**
   * Takes the answers among these notices in; the first one to a command counts. A command that was
   * refused because of an outdated key is sealed anew and sent again.
   */
  public Taken take(AgencyDatabase database, List<Notice> notices) {
    Collection<Notice> first = firstToEach(notices);
    List<CommandAccepted> accepted = of(first, CommandAccepted.class);
    List<CommandRefused> refused = of(first, CommandRefused.class);
    Map<CommandId, Asked> asked =
        OutboxRows.find(
            database, refused.stream().map(CommandRefused::commandId).collect(Collectors.toSet()));
    Map<CommandId, CommandId> again = sendAgain(database, refused, asked);
    List<Long> withFiles =
        answer(
            database,
            Stream.concat(
                    accepted.stream().map(Given::of),
                    refused.stream().map(each -> Given.of(each, again.get(each.commandId()))))
                .toList());
    sendFiles(database, withFiles);
    Drafts.taken(database, accepted.stream().map(CommandAccepted::commandId).toList());
    FormVersions.refused(
        database,
        refused.stream()
            .map(CommandRefused::commandId)
            .filter(id -> !again.containsKey(id))
            .toList());
    return new Taken(
        asked.values().stream()
            .filter(each -> !each.isAnswered())
            .map(Asked::command)
            .filter(command -> command.kind().equals(ReceiveSheet.class.getSimpleName()))
            .map(StoredCommand::commandId)
            .filter(id -> !again.containsKey(id))
            .collect(Collectors.toSet()),
        unreadable(database, of(notices, CommandUnreadable.class)));
  }

  private static Collection<Notice> firstToEach(List<Notice> notices) {
    Map<CommandId, Notice> first = new LinkedHashMap<>();
    for (Notice notice : notices) {
      if (notice instanceof CommandAccepted accepted) {
        first.putIfAbsent(accepted.commandId(), accepted);
      } else if (notice instanceof CommandRefused refused) {
        first.putIfAbsent(refused.commandId(), refused);
      }
    }
    return first.values();
  }

  private static <N extends Notice> List<N> of(Collection<Notice> notices, Class<N> kind) {
    return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Gives the rows of those that were accepted and with which files travel. */
  private List<Long> answer(AgencyDatabase database, Collection<Given> answers) {
    if (answers.isEmpty()) {
      return List.of();
    }
    return Rows.of(answers)
        .with("command_id", "uuid", Given::commandId)
        .with("answer", "text", Given::answer)
        .with("first", "bigint", each -> each.ofAccepted(CommandAccepted::firstSequence))
        .with("last", "bigint", each -> each.ofAccepted(CommandAccepted::lastSequence))
        .with("code", "text", each -> each.ofRefused(CommandRefused::code))
        .with("persons", "integer[]", each -> each.ofRefused(CommandAnswers::persons))
        .with("next_steps", "text[]", each -> each.ofRefused(CommandRefused::nextSteps))
        .with("details", "text[]", each -> each.ofRefused(one -> one.about().details()))
        .with("recipients", "text[]", each -> each.ofRefused(one -> one.about().recipients()))
        .with("open_referral", "uuid", each -> each.ofRefused(one -> one.about().openReferral()))
        .with("again", "uuid", Given::again)
        .in(
            database,
            """
            update outbox o
            set answer = r.answer, answered_at = :now, first_sequence = r.first,
                last_sequence = r.last, refusal_code = r.code, persons = r.persons,
                next_steps = r.next_steps, sent_again_as = r.again, refused_details = r.details,
                refused_recipients = r.recipients, open_referral = r.open_referral
            from {rows} where o.command_id = r.command_id and o.answer is null
            returning o.id, o.carries_files and o.answer = 'ACCEPTED' as sends_files
            """)
        .param("now", Columns.at(clock.instant()))
        .query(
            (row, _) ->
                row.getBoolean("sends_files")
                    ? Optional.of(row.getLong("id"))
                    : Optional.<Long>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What hangs on a part follows once the network has taken the part, for the same recipients. */
  private void sendFiles(AgencyDatabase database, List<Long> outboxIds) {
    if (outboxIds.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    List<OutboxRows.Fresh> pieces =
        files.toSend(database, outboxIds).stream().map(piece -> row(piece, now)).toList();
    if (!pieces.isEmpty()) {
      OutboxRows.insertAll(database, pieces, now);
      database.afterCommit(() -> signals.outbox(database.agency()).raise());
    }
  }

  /** A piece has no id; its row has one like every row. */
  private OutboxRows.Fresh row(FilePiece piece, Instant now) {
    return new OutboxRows.Fresh(
        new CommandId(UuidVersion7.at(now, random)),
        RecordKey.of(piece.caseId()),
        FilePiece.class.getSimpleName(),
        codec.encode(piece),
        null,
        0,
        null,
        null);
  }

  private static List<Integer> persons(CommandRefused refused) {
    return refused.about().persons().stream().map(person -> person.number()).toList();
  }

  /**
   * Where a command stands in the outbox topic.
   *
   * @param unreadable whether that is the answer to it
   */
  private record Sent(int partition, long offset, CommandId commandId, boolean unreadable) {

    boolean isAt(CommandUnreadable place) {
      return partition == place.partition() && offset == place.offset();
    }

    static Sent of(ResultSet row) throws SQLException {
      return new Sent(
          row.getInt("sent_partition"),
          row.getLong("sent_offset"),
          new CommandId(row.getObject("command_id", UUID.class)),
          row.getBoolean("unreadable"));
    }
  }

  /** They are no version of a form either. Gives those to whose place this agency sent nothing. */
  private List<CommandUnreadable> unreadable(
      AgencyDatabase database, List<CommandUnreadable> notices) {
    if (notices.isEmpty()) {
      return List.of();
    }
    List<Sent> sent =
        Rows.of(notices)
            .with("kafka_partition", "integer", CommandUnreadable::partition)
            .with("kafka_offset", "bigint", CommandUnreadable::offset)
            .with("reason", "text", CommandUnreadable::reason)
            .in(
                database,
                """
                update outbox o
                set answer = coalesce(o.answer, 'UNREADABLE'),
                    answered_at = coalesce(o.answered_at, :now),
                    unreadable_reason =
                      case when o.answer is null then r.reason else o.unreadable_reason end
                from {rows}
                where o.sent_partition = r.kafka_partition and o.sent_offset = r.kafka_offset
                returning o.sent_partition, o.sent_offset, o.command_id,
                          o.answer = 'UNREADABLE' as unreadable
                """)
            .param("now", Columns.at(clock.instant()))
            .query((row, _) -> Sent.of(row))
            .list();
    FormVersions.refused(
        database, sent.stream().filter(Sent::unreadable).map(Sent::commandId).toList());
    return notices.stream().filter(each -> sent.stream().noneMatch(one -> one.isAt(each))).toList();
  }

  /** Sends those again that can be; gives the new command by the refused one. */
  private Map<CommandId, CommandId> sendAgain(
      AgencyDatabase database, List<CommandRefused> refused, Map<CommandId, Asked> asked) {
    Instant now = clock.instant();
    Map<StoredCommand, OutboxRows.Fresh> copies = new LinkedHashMap<>();
    for (CommandRefused each : refused) {
      Asked one = asked.get(each.commandId());
      if (each.code() == RefusalCode.RESEAL && one != null && canBeResealed(one)) {
        copy(one.command(), now).ifPresent(copy -> copies.putIfAbsent(one.command(), copy));
      }
    }
    if (copies.isEmpty()) {
      return Map.of();
    }
    Iterator<Long> ids =
        OutboxRows.insertAll(database, List.copyOf(copies.values()), now).iterator();
    Map<Long, Long> later = new LinkedHashMap<>();
    Map<CommandId, CommandId> again = new HashMap<>();
    copies.forEach(
        (stored, copy) -> {
          later.put(stored.id(), ids.next());
          again.put(stored.commandId(), copy.commandId());
        });
    OutboxRows.goOn(database, later);
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
    return again;
  }

  private static boolean canBeResealed(Asked asked) {
    return !asked.isAnswered()
        && asked.command().dossierId().isPresent()
        && asked.command().timesResealed() < RESEALED_AT_MOST;
  }

  private Optional<OutboxRows.Fresh> copy(StoredCommand stored, Instant now) {
    if (!(codec.decode(stored.encoded().toByteArray())
        instanceof Decoded.Readable(CaseCommand old))) {
      return Optional.empty();
    }
    CommandId commandId = new CommandId(UuidVersion7.at(now, random));
    CaseCommand copy = Sealable.readdressed(old, old.header().renumbered(commandId));
    return Optional.of(
        new OutboxRows.Fresh(
            commandId,
            RecordKey.of(old.header().caseId()),
            stored.kind(),
            codec.encode((Record) copy),
            stored.dossierId().orElseThrow(),
            stored.timesResealed() + 1,
            now.plus(BEFORE_SENDING_AGAIN),
            null));
  }
}
