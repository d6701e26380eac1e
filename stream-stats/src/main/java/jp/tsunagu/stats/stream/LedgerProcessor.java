package jp.tsunagu.stats.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.figure.Retention;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.stream.PartitionFigures.Moved;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the ledger: an event changes the facts of its case, and what these add to the figures.
 * The facts are stored; the figures are counted from them once the ledger has been read as far as
 * it went when the stream began, and follow every event from there on. What cannot be read is put
 * aside; anything else that fails stops the stream, because a wrong number is worse than none.
 */
final class LedgerProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final Duration TICK = Duration.ofMillis(10);
  private static final long LONGEST_WAIT = 1_000;
  private static final int CASES_IN_A_MILLISECOND = 10;
  private static final Duration FORGETTING = Duration.ofMinutes(10);

  private final StatsParts parts;
  private @Nullable Held held;
  private @Nullable PartitionFigures figures;
  private final Map<CaseId, Moved> moved = new HashMap<>();
  private long movedUpTo;
  private long followedAt;

  private record Held(KnownFacts facts, KeyValueStore<String, byte[]> progress) {}

  LedgerProcessor(StatsParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    held =
        new Held(
            new KnownFacts(context.getStateStore(Stores.CASE_FACTS)),
            context.getStateStore(Stores.PROGRESS));
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    context.schedule(FORGETTING, PunctuationType.WALL_CLOCK_TIME, _ -> forget());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata where = context().recordMetadata().orElseThrow();
    byte[] value = record.value() == null ? new byte[0] : record.value();
    switch (parts.codec().decode(value)) {
      case Decoded.Readable(CaseEvent event) when isKeyOf(record.key(), event) ->
          takeIn(event, where);
      case Decoded.Readable(CaseEvent _) -> putAside(record, where, "KEY_WRONG");
      case Decoded.Readable _ -> putAside(record, where, "NOT_AN_EVENT");
      case Decoded.Unreadable(var reason) -> putAside(record, where, reason.name());
    }
    Progress.setLastOffset(held().progress(), where.partition(), where.offset());
  }

  private void takeIn(CaseEvent event, RecordMetadata where) {
    CaseFacts before = held().facts().of(event.header().caseId());
    if (event.header().sequence() <= before.sequence()) {
      parts.watch().repeated();
      return;
    }
    CaseFacts after = FactsFold.evolve(before, event);
    held().facts().put(after);
    parts.watch().takenIn();
    if (figures != null) {
      moved.merge(
          after.caseId(),
          new Moved(before, after),
          (earlier, later) -> new Moved(earlier.before(), later.after()));
      movedUpTo = where.offset();
    }
  }

  private void tick(long now) {
    if (figures == null) {
      countWhenCaughtUp();
    } else if (!moved.isEmpty() && now - followedAt >= patience()) {
      parts.watch().changed(figures.follow(moved.values(), movedUpTo));
      moved.clear();
      followedAt = now;
    }
  }

  /**
   * The figures follow at the next tick; with much to do later, so that they take no more than
   * about a quarter of the thread, and several events of a case are counted together.
   */
  private long patience() {
    return Math.min(LONGEST_WAIT, moved.size() / CASES_IN_A_MILLISECOND);
  }

  /** Nothing is counted of a ledger that is still being read: once, at its end, is enough. */
  private void countWhenCaughtUp() {
    int partition = context().taskId().partition();
    long read = Progress.lastOffset(held().progress(), partition);
    if (read >= parts.end().of(partition)) {
      Tally tally = new Tally(parts.rules(), Retention.at(parts.clock().instant()));
      held().facts().forEach(tally::add);
      PartitionFigures counted = new PartitionFigures(tally, read);
      figures = counted;
      parts.figures().show(partition, counted);
    }
  }

  private void forget() {
    if (figures != null) {
      figures.forget(Retention.at(parts.clock().instant()));
    }
  }

  /** Nothing stays: a task whose transaction was aborted is initialised again with this object. */
  @Override
  public void close() {
    if (figures != null) {
      parts.figures().withdraw(context().taskId().partition(), figures);
    }
    figures = null;
    moved.clear();
    followedAt = 0;
  }

  private static boolean isKeyOf(byte @Nullable [] key, CaseEvent event) {
    String caseId = event.header().caseId().toString();
    return key != null && Arrays.equals(key, caseId.getBytes(StandardCharsets.UTF_8));
  }

  /** As it came; of its headers nothing but where it stood. */
  private void putAside(Record<byte[], byte[]> record, RecordMetadata where, String reason) {
    RecordHeaders headers = new RecordHeaders();
    List.of(
            Map.entry("dlq-reason", reason),
            Map.entry("dlq-reader", "stream-stats"),
            Map.entry("dlq-topic", where.topic()),
            Map.entry("dlq-partition", Integer.toString(where.partition())),
            Map.entry("dlq-offset", Long.toString(where.offset())))
        .forEach(
            header ->
                headers.add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)));
    parts.watch().putAside(reason);
    context().forward(record.withHeaders(headers), StatsTopology.DEAD_LETTERS);
  }

  private Held held() {
    if (held == null) {
      throw new IllegalStateException("the processor has not been initialised");
    }
    return held;
  }
}
