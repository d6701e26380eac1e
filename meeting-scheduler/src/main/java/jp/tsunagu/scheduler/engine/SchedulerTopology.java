package jp.tsunagu.scheduler.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.runtime.broker.Outgoing;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The scheduler's topology: commands about meetings and the clock into one processor, and from it
 * to meeting events and to the scheduler's outbox, in one transaction.
 */
final class SchedulerTopology {

  private static final String COMMANDS = "meeting-commands";
  private static final String DECIDER = "meeting-decider";

  private SchedulerTopology() {}

  /** Builds it; nothing here knows of Spring or of a running broker. */
  static Topology build(SchedulerParts parts) {
    Topics topics = parts.topics();
    Topology topology = new Topology();
    topology.addSource(
        COMMANDS,
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer(),
        topics.meetingCommands().name());
    topology.addProcessor(DECIDER, processor(parts), COMMANDS);
    Outgoing.addSink(topology, Sink.MEETING_EVENTS, topics.meetingEvents().name(), DECIDER);
    Outgoing.addSink(topology, Sink.OUTBOX, topics.outbox(AgencyId.SCHEDULER).name(), DECIDER);
    Outgoing.addSink(topology, Sink.DEAD_LETTERS, topics.deadLetters().name(), DECIDER);
    return topology;
  }

  private static ProcessorSupplier<byte[], byte[], byte[], Outgoing> processor(
      SchedulerParts parts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], Outgoing> get() {
        return new MeetingProcessor(parts);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return new LinkedHashSet<>(MeetingStore.builders());
      }
    };
  }
}
