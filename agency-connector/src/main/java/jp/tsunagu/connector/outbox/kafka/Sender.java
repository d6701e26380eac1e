package jp.tsunagu.connector.outbox.kafka;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.outbox.OutboxQueue;
import jp.tsunagu.connector.outbox.Packed;
import jp.tsunagu.connector.outbox.Packing;
import jp.tsunagu.connector.outbox.SentCommand;
import jp.tsunagu.connector.outbox.StoredCommand;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.EventHeaders;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Sends one batch of an outbox and marks what the broker confirmed. A record is marked only when
 * every earlier one of its case is, so that what must be sent again is sent again in order.
 */
final class Sender {

  private final AgencyDatabase database;
  private final OutboxQueue queue;
  private final Codec codec;
  private final EventHeaders headers;
  private final Producer<byte[], byte[]> producer;
  private final String topic;

  private record InFlight(StoredCommand stored, Future<RecordMetadata> future) {}

  Sender(
      AgencyDatabase database,
      OutboxQueue queue,
      Codec codec,
      EventHeaders headers,
      Producer<byte[], byte[]> producer,
      String topic) {
    this.database = database;
    this.queue = queue;
    this.codec = codec;
    this.headers = headers;
    this.producer = producer;
    this.topic = topic;
  }

  /** What a batch was. */
  enum Batch {
    /** Nothing can be sent now. */
    NOTHING,
    /** All that could be sent. */
    ALL,
    /** There may be more. */
    FULL
  }

  /**
   * Sends what can be sent, waits for the broker as long as it takes, and marks it.
   *
   * @throws ExecutionException when the broker refused a record for good
   */
  Batch sendBatch() throws InterruptedException, ExecutionException {
    Packing packing = queue.next(database);
    List<InFlight> inFlight = new ArrayList<>();
    Set<String> blocked = new HashSet<>();
    try {
      for (StoredCommand stored : packing.batch()) {
        if (!blocked.contains(stored.key()) && !send(stored, packing, inFlight)) {
          blocked.add(stored.key());
        }
        if (hasFailedAlready(inFlight)) {
          break;
        }
      }
    } finally {
      producer.flush();
      confirm(inFlight);
    }
    if (packing.batch().isEmpty()) {
      return Batch.NOTHING;
    }
    return packing.isFull() ? Batch.FULL : Batch.ALL;
  }

  /** Without a broker each send would wait again for the topic's metadata. */
  private static boolean hasFailedAlready(List<InFlight> inFlight) {
    return !inFlight.isEmpty() && inFlight.getLast().future().state() == Future.State.FAILED;
  }

  private boolean send(StoredCommand stored, Packing packing, List<InFlight> inFlight) {
    return switch (packing.pack(stored)) {
      case Packed.Ready(Record value) -> {
        byte[] key = stored.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(
                topic,
                null,
                key,
                codec.encode(value),
                headers.fromAgency(database.agency(), value));
        inFlight.add(new InFlight(stored, producer.send(record)));
        yield true;
      }
      case Packed.Held held -> {
        queue.hold(database, stored, held);
        yield false;
      }
    };
  }

  private void confirm(List<InFlight> inFlight) throws InterruptedException, ExecutionException {
    Set<String> failedKeys = new HashSet<>();
    ExecutionException failure = null;
    List<SentCommand> sent = new ArrayList<>();
    for (InFlight record : inFlight) {
      try {
        RecordMetadata place = record.future().get();
        if (!failedKeys.contains(record.stored().key())) {
          sent.add(new SentCommand(record.stored().id(), place.partition(), place.offset()));
        }
      } catch (ExecutionException e) {
        failedKeys.add(record.stored().key());
        failure = e;
      }
    }
    queue.sent(database, sent);
    if (failure != null) {
      throw failure;
    }
  }
}
