package jp.tsunagu.gateway.stream;

import java.util.LinkedHashSet;
import java.util.Set;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.Outgoing;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The gateway's topology: all outboxes into one processor, and from it to ledger, inboxes,
 * directory and dead letters. Outboxes, stores and inboxes have the same partitions and keys, so a
 * case stays in one task from end to end.
 */
public final class GatewayTopology {

  private static final String OUTBOXES = "outboxes";
  private static final String CASES = "case-processor";

  private GatewayTopology() {}

  /** Builds it; nothing here knows of Spring or of a running broker. */
  public static Topology build(GatewayParts parts) {
    Topology topology = new Topology();
    topology.addSource(
        OUTBOXES,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        parts.topics().outboxPattern());
    topology.addProcessor(CASES, processor(parts), OUTBOXES);
    Topics topics = parts.topics();
    Outgoing.addSink(topology, Sink.LEDGER, topics.ledger().name(), CASES);
    Outgoing.addSink(topology, Sink.PROTECTED_CASES, topics.protectedCases().name(), CASES);
    Outgoing.addSink(topology, Sink.DIRECTORY, topics.directory().name(), CASES);
    Outgoing.addSink(topology, Sink.DEAD_LETTERS, topics.deadLetters().name(), CASES);
    Outgoing.addSink(topology, Sink.INBOX, CASES);
    return topology;
  }

  private static ProcessorSupplier<byte[], byte[], byte[], Outgoing> processor(GatewayParts parts) {
    CommitPace pace = new CommitPace(StreamSettings.COMMIT_INTERVAL, System::nanoTime);
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], Outgoing> get() {
        return new OutboxProcessor(parts, pace);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(Stores.all());
      }
    };
  }
}
