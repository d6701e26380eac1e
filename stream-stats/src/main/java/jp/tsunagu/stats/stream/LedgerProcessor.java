package jp.tsunagu.stats.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Tally;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the ledger: an event changes the facts of its case, and what these add to the figures.
 * What cannot be read is put aside; anything else that fails stops the stream, because a wrong
 * number is worse than none.
 */
final class LedgerProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final Duration RULES_CHECK = Duration.ofMillis(500);

  private final StatsParts parts;
  private @Nullable Held held;
  private boolean rulesChecked;

  private record Held(
      KeyValueStore<String, byte[]> facts,
      KeyValueStore<String, byte[]> figures,
      KeyValueStore<String, byte[]> progress) {}

  LedgerProcessor(StatsParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    held =
        new Held(
            context.getStateStore(Stores.CASE_FACTS),
            context.getStateStore(Stores.FIGURES),
            context.getStateStore(Stores.PROGRESS));
    context.schedule(RULES_CHECK, PunctuationType.WALL_CLOCK_TIME, _ -> checkRules());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    checkRules();
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
    CaseId caseId = event.header().caseId();
    byte[] stored = held().facts().get(caseId.toString());
    CaseFacts before = stored == null ? CaseFacts.beforeFirst(caseId) : FactsBytes.decode(stored);
    if (event.header().sequence() <= before.sequence()) {
      parts.watch().repeated();
      return;
    }
    CaseFacts after = FactsFold.evolve(before, event);
    held().facts().put(caseId.toString(), FactsBytes.encode(after));
    Map<BucketKey, Bucket> changes = Tally.ofChange(before, after, parts.rules()).buckets();
    changes.forEach(this::addUp);
    parts.watch().changed(where.partition(), where.offset(), changes.keySet());
  }

  private void addUp(BucketKey key, Bucket change) {
    byte[] stored = held().figures().get(key.code());
    Bucket sum = stored == null ? change : BucketBytes.decode(stored).plus(change);
    if (sum.isEmpty()) {
      held().figures().delete(key.code());
    } else {
      held().figures().put(key.code(), BucketBytes.encode(sum));
    }
  }

  /** Figures counted by other rules (other office hours, say) are counted anew from the facts. */
  private void checkRules() {
    if (rulesChecked) {
      return;
    }
    int partition = context().taskId().partition();
    String print = RulesPrint.of(parts.rules());
    if (!Progress.countedBy(held().progress(), partition, print)) {
      countAnew();
      Progress.setRules(held().progress(), partition, print);
    }
    rulesChecked = true;
  }

  private void countAnew() {
    List<String> old = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = held().figures().all()) {
      all.forEachRemaining(entry -> old.add(entry.key));
    }
    old.forEach(held().figures()::delete);
    Tally tally = new Tally(parts.rules());
    try (KeyValueIterator<String, byte[]> all = held().facts().all()) {
      all.forEachRemaining(entry -> tally.add(FactsBytes.decode(entry.value)));
    }
    tally.buckets().forEach(this::addUp);
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
