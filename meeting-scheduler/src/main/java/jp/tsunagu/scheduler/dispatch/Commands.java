package jp.tsunagu.scheduler.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.EventHeaders;
import jp.tsunagu.scheduler.knowledge.Answers.Answer;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.meeting.StableId;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Hands commands to the engine through their topic and waits for what becomes of them. */
public final class Commands implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private static final int CLOSING_SECONDS = 5;

  private final Topics topics;
  private final Codec codec;
  private final EventHeaders headers;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaTemplate<byte[], byte[]> commands;
  private final Knowledge knowledge;
  private final Clock clock;
  private final Duration patience;

  Commands(
      NetworkId network,
      Topics topics,
      Codec codec,
      DefaultKafkaProducerFactory<byte[], byte[]> producers,
      Knowledge knowledge,
      Clock clock,
      Duration patience) {
    this.topics = topics;
    this.codec = codec;
    this.headers = new EventHeaders(network);
    this.producers = producers;
    this.commands = new KafkaTemplate<>(producers);
    this.knowledge = knowledge;
    this.clock = clock;
    this.patience = patience;
  }

  /** What came of sending a command. */
  public sealed interface Sent {

    /** The engine has answered. */
    record Answered(Answer answer) implements Sent {}

    /** It stands in the topic, but the answer is not there yet. */
    record Pending() implements Sent {}

    /** The brokers did not take it. */
    record NotTaken() implements Sent {}

    /** The same key stands for another content; nothing was sent. */
    record KeyReused() implements Sent {}
  }

  /** A header for a command of this program itself; see the other one. */
  public MeetingCommandHeader header(AgencyId actor, BodyId body, @Nullable String key) {
    return header(new MeetingActedBy(actor, null), body, key);
  }

  /** A header for a command of this actor; the same key always gives the same command id. */
  public MeetingCommandHeader header(MeetingActedBy by, BodyId body, @Nullable String key) {
    CommandId id =
        new CommandId(
            key == null
                ? UuidVersion7.at(clock.instant(), RandomGenerator.getDefault())
                : StableId.of("idempotency", by.actor(), key));
    return new MeetingCommandHeader(
        id, body, by.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS), by.actingPerson());
  }

  /** Sends a command of this program itself; see {@link #send(MeetingCommand, String)}. */
  public Sent send(MeetingCommand command) {
    return sent(command, headers.fromScheduler((Record) command));
  }

  /**
   * Sends it and waits a bounded while; a command that was answered before is not sent again.
   *
   * @param content what was asked for, whole; the same id with another one is not carried out
   */
  public Sent send(MeetingCommand command, String content) {
    Headers told = headers.fromScheduler((Record) command);
    return knowledge.keys().take(command.header().commandId(), content, told)
        ? sent(command, told)
        : new Sent.KeyReused();
  }

  private Sent sent(MeetingCommand command, Headers told) {
    CommandId id = command.header().commandId();
    Optional<Answer> known = knowledge.answers().known(id);
    if (known.isPresent()) {
      return new Sent.Answered(known.get());
    }
    return put(command, told) ? await(id) : new Sent.NotTaken();
  }

  private boolean put(MeetingCommand command, Headers told) {
    Record value = (Record) command;
    byte[] key = command.header().bodyId().value().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topics.meetingCommands().name(), null, key, codec.encode(value), told);
    try {
      return await(commands.send(record), "a command was not taken by the brokers") != null;
    } catch (KafkaException | IllegalStateException notTaken) {
      LOG.warn("a command was not taken: {}", notTaken.getClass().getSimpleName());
      return false;
    }
  }

  private Sent await(CommandId id) {
    try {
      return knowledge
          .answers()
          .await(id, patience)
          .<Sent>map(Sent.Answered::new)
          .orElseGet(Sent.Pending::new);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Sent.Pending();
    }
  }

  private <T> @Nullable T await(Future<T> future, String otherwise) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException failed) {
      LOG.warn("{}: {}", otherwise, failed.getClass().getSimpleName());
    }
    return null;
  }

  @Override
  public void close() {
    producers.setPhysicalCloseTimeout(CLOSING_SECONDS);
    producers.destroy();
  }
}
