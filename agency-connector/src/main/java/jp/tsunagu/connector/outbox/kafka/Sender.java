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
  private final String topic;

  private record Ready(StoredCommand stored, ProducerRecord<byte[], byte[]> record) {}

  private record InFlight(StoredCommand stored, Future<RecordMetadata> future) {}

  Sender(
      AgencyDatabase database, OutboxQueue queue, Codec codec, EventHeaders headers, String topic) {
    this.database = database;
    this.queue = queue;
    this.codec = codec;
    this.headers = headers;
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
   * Sends what can be sent, waits for the broker as long as it takes, and marks it. All of it is
   * packed before the first is sent, so that it leaves in few requests.
   *
   * @throws ExecutionException when the broker refused a record for good
   */
  Batch sendBatch(Producer<byte[], byte[]> producer)
      throws InterruptedException, ExecutionException {
    Packing packing = queue.next(database);
    if (packing.batch().isEmpty()) {
      return Batch.NOTHING;
    }
    List<Ready> ready = new ArrayList<>();
    List<InFlight> inFlight = new ArrayList<>();
    try {
      pack(packing, ready);
    } finally {
      try {
        send(producer, ready, inFlight);
      } finally {
        confirm(inFlight);
      }
    }
    return packing.isFull() ? Batch.FULL : Batch.ALL;
  }

  private void pack(Packing packing, List<Ready> ready) {
    Set<String> blocked = new HashSet<>();
    for (StoredCommand stored : packing.batch()) {
      if (!blocked.contains(stored.key())) {
        switch (packing.pack(stored)) {
          case Packed.Ready(Record value) -> ready.add(new Ready(stored, record(stored, value)));
          case Packed.Held held -> {
            queue.hold(database, stored, held);
            blocked.add(stored.key());
          }
        }
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(StoredCommand stored, Record value) {
    return new ProducerRecord<>(
        topic,
        null,
        stored.key().getBytes(StandardCharsets.UTF_8),
        codec.encode(value),
        headers.fromAgency(database.agency(), value));
  }

  /** Up to one that failed: without a broker each would wait again for the topic's metadata. */
  private static void send(
      Producer<byte[], byte[]> producer, List<Ready> all, List<InFlight> inFlight) {
    for (Ready ready : all) {
      Future<RecordMetadata> future = producer.send(ready.record());
      inFlight.add(new InFlight(ready.stored(), future));
      if (future.state() == Future.State.FAILED) {
        return;
      }
    }
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
