package jp.tsunagu.gateway.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.topic.Partitions;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.contract.wire.EventHeaders;
import jp.tsunagu.runtime.broker.Outgoing;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads what agencies ask for. What cannot be read, or does not stand where it belongs, is put
 * aside and its sender told; the stream goes on.
 */
final class OutboxProcessor extends ContextualProcessor<byte[], byte[], byte[], Outgoing> {

  static final int DEADLINES_AT_ONCE = 500;
  static final int OUTCOMES_AT_ONCE = 500;
  static final Duration DEADLINE_INTERVAL = Duration.ofSeconds(1);
  static final Duration PRUNING_INTERVAL = Duration.ofSeconds(30);

  private final GatewayParts parts;
  private final CommitPace pace;
  private final Letters letters;
  private Headers cause = new RecordHeaders();
  private @Nullable Handlers handlers;

  private record Handlers(
      CommandHandler commands,
      ReceiptHandler receipts,
      PieceHandler pieces,
      TimerHandler timers,
      Memory memory,
      KeyRing keys,
      Register register) {}

  OutboxProcessor(GatewayParts parts, CommitPace pace) {
    this.parts = parts;
    this.pace = pace;
    this.letters = new Letters(parts);
  }

  @Override
  public void init(ProcessorContext<byte[], Outgoing> context) {
    super.init(context);
    CaseStore cases = new CaseStore(store(Stores.CASES), parts.codec());
    Memory memory = new Memory(context.getStateStore(Stores.MEMORY), parts.codec());
    NumberStore numbers =
        new NumberStore(
            store(Stores.NUMBERS),
            context.taskId().partition(),
            parts.partitions(),
            parts.network().settings().incarnation());
    CommandHandler commands = new CommandHandler(parts, cases, numbers, memory, this::forward);
    TimerHandler timers = new TimerHandler(parts, cases, memory, this::forward);
    KeyRing keys =
        new KeyRing(parts.network().settings().networkId(), store(Stores.KEYS), parts.codec());
    ReceiptHandler receipts = new ReceiptHandler(parts, cases, this::forward);
    PieceHandler pieces = new PieceHandler(parts, cases, this::forward);
    Register register = Register.in(store(Stores.REGISTER), parts.codec());
    handlers = new Handlers(commands, receipts, pieces, timers, memory, keys, register);
    context.schedule(DEADLINE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, _ -> dueDeadlines());
    context.schedule(
        PRUNING_INTERVAL,
        PunctuationType.WALL_CLOCK_TIME,
        _ -> memory.prune(now(), OUTCOMES_AT_ONCE));
  }

  private KeyValueStore<String, byte[]> store(String name) {
    return context().getStateStore(name);
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void forward(Outgoing outgoing) {
    Record<byte[], Outgoing> record = outgoing.toRecord(context().currentSystemTimeMs());
    EventHeaders.continuing(record.headers(), cause);
    context().forward(record, outgoing.sink().node());
  }

  /** What falls due was caused by no record. */
  private void dueDeadlines() {
    cause = new RecordHeaders();
    handlers().timers().handleDue(now(), DEADLINES_AT_ONCE);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Source source = source();
    cause = record.headers();
    byte[] key = record.key();
    byte[] value = record.value() == null ? new byte[0] : record.value();
    switch (parts.codec().decode(value)) {
      case Decoded.Readable(CaseCommand command) -> command(source, key, value, command);
      case Decoded.Readable(AnnounceKey announcement) -> key(source, key, value, announcement);
      case Decoded.Readable(RegisterCommand wish) -> wish(source, key, value, wish);
      case Decoded.Readable(FilePiece piece) -> piece(source, key, value, piece);
      case Decoded.Readable(ConfirmReceipt receipt) -> receipt(source, key, value, receipt);
      case Decoded.Readable _ -> putAside(source, key, value, "NOT_A_COMMAND");
      case Decoded.Unreadable(var reason) -> putAside(source, key, value, reason.name());
    }
    if (pace.isFirst()) {
      context().commit();
    }
  }

  private Source source() {
    RecordMetadata where = context().recordMetadata().orElseThrow();
    return parts
        .topics()
        .outboxOwner(where.topic())
        .map(sender -> new Source(sender, where.topic(), where.partition(), where.offset()))
        .orElseThrow();
  }

  private void command(Source source, byte @Nullable [] key, byte[] value, CaseCommand command) {
    if (key == null || !isKey(key, command.header().caseId().toString())) {
      putAside(source, key, value, "KEY_WRONG");
      return;
    }
    CommandHandler commands = handlers().commands();
    carryOut(
        source,
        key,
        value,
        isInPlace(source, key)
            ? () -> commands.handle(source.sender(), command, now())
            : () -> commands.refuseMisplaced(source.sender(), command, now()));
  }

  private void carryOut(Source source, byte @Nullable [] key, byte[] value, Runnable work) {
    try {
      work.run();
    } catch (CommandFault fault) {
      parts.metrics().fault("command");
      FaultLog.report("a command", fault.fault());
      putAside(source, key, value, "GATEWAY_FAULT");
    }
  }

  private void receipt(Source source, byte @Nullable [] key, byte[] value, ConfirmReceipt receipt) {
    if (stands(source, key, value, receipt.caseId().toString())) {
      carryOut(
          source, key, value, () -> handlers().receipts().handle(source.sender(), receipt, now()));
    }
  }

  private void piece(Source source, byte @Nullable [] key, byte[] value, FilePiece piece) {
    if (stands(source, key, value, piece.caseId().toString())) {
      carryOut(source, key, value, () -> handlers().pieces().handle(source.sender(), piece, now()));
    }
  }

  private void key(Source source, byte @Nullable [] key, byte[] value, AnnounceKey announcement) {
    if (stands(source, key, value, source.sender().value())) {
      carryOut(source, key, value, () -> announce(source, key, value, announcement));
    }
  }

  private void announce(
      Source source, byte @Nullable [] key, byte[] value, AnnounceKey announcement) {
    KeyRing.Announcement outcome =
        CommandFault.guard(() -> handlers().keys().announce(source.sender(), announcement));
    parts.metrics().key(outcome.getClass().getSimpleName());
    switch (outcome) {
      case KeyRing.Announcement.Added(var keys) -> forward(letters.directory(keys));
      case KeyRing.Announcement.Known _ -> {}
      case KeyRing.Announcement.Refused(var fault) -> putAside(source, key, value, fault.name());
    }
  }

  private void wish(Source source, byte @Nullable [] key, byte[] value, RegisterCommand wish) {
    if (stands(source, key, value, wish.subject())) {
      carryOut(source, key, value, () -> register(source, key, value, wish));
    }
  }

  private void register(Source source, byte @Nullable [] key, byte[] value, RegisterCommand wish) {
    Register.Outcome outcome =
        CommandFault.guard(
            () ->
                handlers()
                    .register()
                    .handle(source.sender(), parts.desk(), wish, TokyoTime.dateOf(now())));
    switch (outcome) {
      case Register.Outcome.Published(var said, var counted) -> {
        parts.metrics().register(wish.getClass().getSimpleName(), counted);
        forward(letters.directory(said));
      }
      case Register.Outcome.Unpublished _ -> {}
      case Register.Outcome.Refused(var reason) -> putAside(source, key, value, reason);
    }
  }

  /** Whether it stands where it belongs; else it is put aside. */
  private boolean stands(Source source, byte @Nullable [] key, byte[] value, String expected) {
    if (key == null || !isKey(key, expected)) {
      putAside(source, key, value, "KEY_WRONG");
      return false;
    }
    if (!isInPlace(source, key)) {
      putAside(source, key, value, "PARTITION_WRONG");
      return false;
    }
    return true;
  }

  private static boolean isKey(byte[] key, String expected) {
    return Arrays.equals(key, expected.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isInPlace(Source source, byte[] key) {
    return Partitions.of(key, parts.partitions()) == source.partition();
  }

  private void putAside(Source source, byte @Nullable [] key, byte[] value, String reason) {
    parts.metrics().deadLetter(reason);
    forward(letters.deadLetter(source, key, value, reason));
    CommandUnreadable notice =
        new CommandUnreadable(source.partition(), source.offset(), reason, now());
    letters.inbox(source.sender(), source.sender().value(), notice).ifPresent(this::forward);
  }

  private Handlers handlers() {
    if (handlers == null) {
      throw new IllegalStateException("the processor has not been initialised");
    }
    return handlers;
  }
}
