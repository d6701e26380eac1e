package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideBook;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.Figures;
import jp.tsunagu.stats.testing.Town;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka Streams closes a task whose transaction was aborted and begins again, same objects. */
class TaskBegunAgainTest {

  private static final int PARTITION = 0;

  private final Topics topics = new Topics(new NetworkId("city"));
  private final Codec codec = Codec.standard();
  private final LocalFigures figures = new LocalFigures();
  private final LedgerProcessor processor =
      new LedgerProcessor(
          new StatsParts(
              topics,
              codec,
              Town.RULES,
              () -> Instant.EPOCH,
              new LedgerEnd(Map.of()),
              figures,
              new AsideBook(),
              Watch.NONE));

  @TempDir java.nio.file.Path state;

  @Test
  void what_was_not_stored_is_gone_and_the_figures_are_counted_anew() {
    CaseStory kept = consultation(1);
    CaseStory aborted = consultation(2);
    MockProcessorContext<byte[], byte[]> context = context();
    begin(context);
    processor.process(record(kept));
    KeyValueStore<String, byte[]> facts = context.getStateStore(Stores.CASE_FACTS);
    processor.process(record(aborted));
    processor.close();
    assertThat(figures.here()).isEmpty();
    facts.delete(aborted.caseId().toString());
    begin(context);
    assertThat(held()).isEqualTo(Figures.of(kept).buckets());
    processor.process(record(aborted));
    tick(context, 100);
    assertThat(held()).isEqualTo(Figures.of(kept, aborted).buckets());
  }

  private void begin(MockProcessorContext<byte[], byte[]> context) {
    context.scheduledPunctuators().clear();
    processor.init(context);
    tick(context, 10);
  }

  private static void tick(MockProcessorContext<byte[], byte[]> context, long now) {
    List.copyOf(context.scheduledPunctuators())
        .forEach(scheduled -> scheduled.getPunctuator().punctuate(now));
  }

  private Map<BucketKey, Bucket> held() {
    Map<BucketKey, Bucket> held = new HashMap<>();
    figures.here().values().forEach(one -> one.read(_ -> true, held::put));
    return held;
  }

  private MockProcessorContext<byte[], byte[]> context() {
    MockProcessorContext<byte[], byte[]> context =
        new MockProcessorContext<>(new Properties(), new TaskId(0, PARTITION), state.toFile());
    context.setRecordMetadata(topics.ledger().name(), PARTITION, 0);
    List.of(Stores.CASE_FACTS, Stores.PROGRESS, Stores.WAITING)
        .forEach(
            name -> {
              KeyValueStore<String, byte[]> store =
                  org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                          org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                          Serdes.String(),
                          Serdes.ByteArray())
                      .withLoggingDisabled()
                      .withCachingDisabled()
                      .build();
              store.init(context.getStateStoreContext(), store);
              context.addStateStore(store);
            });
    return context;
  }

  private Record<byte[], byte[]> record(CaseStory story) {
    CaseEvent event = story.events().getFirst();
    byte[] key = event.header().caseId().toString().getBytes(StandardCharsets.UTF_8);
    return new Record<>(key, codec.encode((java.lang.Record) event), 0);
  }

  private static CaseStory consultation(long number) {
    return new CaseStory(number).at("2026-09-07T10:00").received("hokatsu", "chubu", Field.OTHER);
  }
}
