package jp.tsunagu.scheduler.person;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.scheduler.person.PeopleKey.Named;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * Names who gives a command about a meeting by a pseudonym per agency and body, and tells that
 * agency alone who it was. The names stand sealed in a topic that every scheduler follows; a name
 * is at the brokers before its pseudonym goes out. Thread-safe.
 */
public final class ActingPeople implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ActingPeople.class);

  /** People times bodies: a city of 200 people and 50 bodies. */
  private static final int MOST = 10_000;

  private static final int PATIENCE_MILLIS = 10_000;

  private static final Map<String, Object> SETTINGS =
      Map.of(
          "linger.ms",
          0,
          "max.block.ms",
          PATIENCE_MILLIS,
          "request.timeout.ms",
          PATIENCE_MILLIS / 2,
          "delivery.timeout.ms",
          PATIENCE_MILLIS);

  private final String topic;
  private final PeopleKey key;
  private final FollowedTopic follower;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final LinkedHashMap<ActingPerson, Named> names = new LinkedHashMap<>();
  private final AtomicLong unopened = new AtomicLong();

  ActingPeople(Topic topic, BrokerAccess broker, PeopleKey key) {
    this.topic = topic.name();
    this.key = key;
    this.follower = new FollowedTopic(topic.name(), broker, this::take);
    this.producers = broker.producers("people", SETTINGS);
  }

  /** The name of whoever acts could not be kept: nothing may go out in her name now. */
  public static final class NotKeptException extends RuntimeException {
    NotKeptException(String reason) {
      super("who acts could not be kept: " + reason);
    }
  }

  void start() {
    follower.start();
  }

  /**
   * The pseudonym of whoever makes the request that this thread serves; empty for a system.
   *
   * @param agency for which she acts
   * @throws NotKeptException where the brokers did not take her name
   */
  public Optional<ActingPerson> now(AgencyId agency, BodyId body) {
    return CurrentPerson.now().map(person -> in(agency, body, person));
  }

  private ActingPerson in(AgencyId agency, BodyId body, CurrentPerson person) {
    ActingPerson pseudonym = key.pseudonym(agency, body, person.id());
    if (named(pseudonym).isEmpty()) {
      Named named = new Named(agency.value(), person.displayName());
      write(pseudonym, key.sealed(pseudonym, named));
      keep(pseudonym, named);
    }
    return pseudonym;
  }

  /** Who it was, for people of the agency for which she acted; empty for everybody else. */
  public Optional<String> nameOf(AgencyId agency, ActingPerson pseudonym) {
    return named(pseudonym).filter(named -> named.agency().equals(agency.value())).map(Named::name);
  }

  /** Whether the names were read to the end found at the start. */
  public boolean areKnown() {
    return follower.isCaughtUp();
  }

  /** So many names were sealed by another key than that of this scheduler. */
  long unopened() {
    return unopened.get();
  }

  private Optional<Named> named(ActingPerson pseudonym) {
    synchronized (names) {
      return Optional.ofNullable(names.get(pseudonym));
    }
  }

  private void keep(ActingPerson pseudonym, Named named) {
    synchronized (names) {
      names.put(pseudonym, named);
      while (names.size() > MOST) {
        names.pollFirstEntry();
      }
    }
  }

  /** What cannot be opened stops nobody; it is told. */
  private void take(ConsumerRecord<byte[], byte[]> record) {
    String text = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    Optional<ActingPerson> pseudonym =
        Optional.of(text).filter(ActingPerson::isValid).map(ActingPerson::new);
    byte @Nullable [] sealed = record.value();
    Optional<Named> named =
        sealed == null ? Optional.empty() : pseudonym.flatMap(who -> key.opened(who, sealed));
    named.ifPresentOrElse(
        opened -> keep(pseudonym.orElseThrow(), opened),
        () -> {
          unopened.incrementAndGet();
          LOG.warn("{} at {} does not open with the key of this scheduler", topic, record.offset());
        });
  }

  private void write(ActingPerson pseudonym, byte[] sealed) {
    byte[] name = pseudonym.value().getBytes(StandardCharsets.UTF_8);
    try (Producer<byte[], byte[]> producer = producers.createProducer()) {
      producer
          .send(new ProducerRecord<>(topic, name, sealed))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new NotKeptException("stopping");
    } catch (ExecutionException | TimeoutException failed) {
      throw new NotKeptException(failed.getClass().getSimpleName());
    }
  }

  @Override
  public void close() {
    follower.close();
    producers.destroy();
  }
}
