package jp.tsunagu.stats.stream;

import java.util.LinkedHashSet;
import java.util.Set;
import jp.tsunagu.contract.topic.Party;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The topology: the ledger into one processor with its stores. A case stands in one partition, so
 * its facts need no other task; what a task adds up is a part of each figure, and parts are added
 * when they are read.
 */
public final class StatsTopology {

  static final String ASIDE = "aside-records";

  private static final String LEDGER = "ledger";
  private static final String CASES = "case-figures";

  private StatsTopology() {}

  /** Builds it; nothing here knows of Spring or of a running broker. */
  public static Topology build(StatsParts parts) {
    Topology topology = new Topology();
    topology.addSource(
        LEDGER,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        parts.topics().ledger().name());
    topology.addProcessor(CASES, processor(parts), LEDGER);
    topology.addSink(
        ASIDE,
        parts.topics().aside(Party.STATS).name(),
        new ByteArraySerializer(),
        new ByteArraySerializer(),
        CASES);
    return topology;
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> processor(StatsParts parts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return new LedgerProcessor(parts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(Stores.all());
      }
    };
  }
}
