package jp.tsunagu.stats.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideJson;
import jp.tsunagu.runtime.aside.Place;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.fact.FactsFold;
import jp.tsunagu.stats.figure.Retention;
import jp.tsunagu.stats.figure.Tally;
import jp.tsunagu.stats.stream.PartitionFigures.Moved;
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
 * it went when the stream began, and follow every event from there on. A case of which a record
 * cannot be read or taken in waits from there on, and nothing else does.
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

  private record Held(
      KnownFacts facts, KeyValueStore<String, byte[]> progress, HeldCases waiting) {}

  LedgerProcessor(StatsParts parts) {
    this.parts = parts;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    held =
        new Held(
            new KnownFacts(context.getStateStore(Stores.CASE_FACTS)),
            context.getStateStore(Stores.PROGRESS),
            new HeldCases(
                parts,
                context.getStateStore(Stores.WAITING),
                (record, _, event) -> takeIn(Objects.requireNonNull(event), record.place()),
                this::putAside));
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    context.schedule(FORGETTING, PunctuationType.WALL_CLOCK_TIME, _ -> forget());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata where = context().recordMetadata().orElseThrow();
    Place place = new Place(where.topic(), where.partition(), where.offset());
    held().waiting().accept(new RawRecord(place, record.key(), record.value()));
    Progress.setLastOffset(held().progress(), where.partition(), where.offset());
  }

  private void takeIn(CaseEvent event, Place place) {
    CaseFacts before = held().facts().of(event.header().caseId());
    if (event.header().sequence() <= before.sequence()) {
      parts.watch().repeated();
      return;
    }
    CaseFacts after = FactsFold.evolve(before, event);
    held().facts().put(after);
    if (!after.everProtected()) {
      parts.watch().takenIn();
    }
    if (figures != null) {
      moved.merge(
          after.caseId(),
          new Moved(before, after),
          (earlier, later) -> new Moved(earlier.before(), later.after()));
      movedUpTo = Math.max(movedUpTo, place.offset());
    }
  }

  private void tick(long now) {
    held().waiting().lookAgain(now);
    if (figures == null) {
      countWhenCaughtUp();
    } else if (!moved.isEmpty() && now - followedAt >= patience()) {
      parts.watch().changed(figures.follow(moved.values(), movedUpTo));
      if (moved.values().stream().anyMatch(Moved::movesTables)) {
        parts.watch().tablesChanged();
      }
      moved.clear();
      followedAt = now;
      if (figures.isUncertain()) {
        count(movedUpTo);
      }
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
      count(read);
    }
  }

  /** Counts everything from the facts, which are those of this offset. */
  private void count(long upTo) {
    Tally tally = new Tally(parts.rules(), Retention.at(parts.clock().instant()));
    held().facts().forEach(tally::add);
    PartitionFigures counted = new PartitionFigures(tally, upTo);
    figures = counted;
    movedUpTo = upTo;
    parts.figures().show(context().taskId().partition(), counted);
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

  private void putAside(AsideEntry entry) {
    context()
        .forward(
            new Record<>(
                AsideJson.key(entry), AsideJson.value(entry), context().currentSystemTimeMs()),
            StatsTopology.ASIDE);
  }

  private Held held() {
    if (held == null) {
      throw new IllegalStateException("the processor has not been initialised");
    }
    return held;
  }
}
