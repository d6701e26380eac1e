package jp.tsunagu.scheduler.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.EventHeaders;
import jp.tsunagu.scheduler.desk.StableId;
import jp.tsunagu.scheduler.knowledge.Answers.Answer;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands commands to the engine through their topic and waits for what becomes of them. */
public final class Commands implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final Topics topics;
  private final Codec codec;
  private final EventHeaders headers;
  private final Producer<byte[], byte[]> producer;
  private final Knowledge knowledge;
  private final Clock clock;
  private final Duration patience;
  private final Map<CommandId, String> contents = new ConcurrentHashMap<>();

  Commands(
      NetworkId network,
      Topics topics,
      Codec codec,
      Producer<byte[], byte[]> producer,
      Knowledge knowledge,
      Clock clock,
      Duration patience) {
    this.topics = topics;
    this.codec = codec;
    this.headers = new EventHeaders(network);
    this.producer = producer;
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
  }

  /** A header for a command of this actor; the same key always gives the same command id. */
  public MeetingCommandHeader header(AgencyId actor, BodyId body, @Nullable String key) {
    CommandId id =
        new CommandId(
            key == null
                ? UuidVersion7.at(clock.instant(), RandomGenerator.getDefault())
                : StableId.of("idempotency", actor, key));
    return new MeetingCommandHeader(
        id, body, actor, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  /** Whether the key was used for something else since this program started. */
  public boolean isOtherContent(MeetingCommandHeader header, String content) {
    String before = contents.putIfAbsent(header.commandId(), content);
    return before != null && !before.equals(content);
  }

  /** Sends it and waits a bounded while; a command that was answered before is not sent again. */
  public Sent send(MeetingCommand command) {
    CommandId id = command.header().commandId();
    Optional<Answer> known = knowledge.answers().known(id);
    if (known.isPresent()) {
      return new Sent.Answered(known.get());
    }
    return put(command) ? await(id) : new Sent.NotTaken();
  }

  private boolean put(MeetingCommand command) {
    Record value = (Record) command;
    byte[] key = command.header().bodyId().value().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topics.meetingCommands().name(),
            null,
            key,
            codec.encode(value),
            headers.fromScheduler(value));
    try {
      return await(producer.send(record), "a command was not taken by the brokers") != null;
    } catch (KafkaException | IllegalStateException stopping) {
      LOG.warn("a command was not taken: {}", stopping.getClass().getSimpleName());
      return false;
    }
  }

  private Sent await(CommandId id) {
    Answer answer = await(knowledge.answers().of(id), "an answer is not there yet");
    return answer == null ? new Sent.Pending() : new Sent.Answered(answer);
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
    producer.close(Duration.ofSeconds(5));
  }
}
