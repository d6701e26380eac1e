package jp.tsunagu.scheduler.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.broker.FollowedTopics;
import jp.tsunagu.runtime.broker.UnreadableRecordException;
import jp.tsunagu.runtime.directory.ReadDirectory;
import jp.tsunagu.scheduler.desk.Known;
import jp.tsunagu.scheduler.desk.Meetings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;

/** Everything the scheduler knows, read anew at every start. */
public final class Knowledge implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

  private final Codec codec;
  private final CaseBook cases = new CaseBook();
  private final Answers answers = new Answers();
  private final CommandKeys keys = new CommandKeys();
  private final Refusals refusals = new Refusals();
  private final FollowedTopics needed;
  private final FollowedTopic inbox;
  private final ReadingMark mark;
  private final ReadDirectory directory;
  private volatile Meetings meetings = Meetings.NONE;

  Knowledge(
      Topics topics,
      Codec codec,
      BrokerAccess broker,
      Admin admin,
      Clock clock,
      Duration settling) {
    this.codec = codec;
    this.directory = new ReadDirectory(codec);
    FollowedTopic ledger = new FollowedTopic(topics.ledger().name(), broker, this::takeEvent);
    this.needed =
        new FollowedTopics(
            List.of(
                new FollowedTopic(topics.directory().name(), broker, this::takeDirectory),
                ledger,
                new FollowedTopic(topics.meetingEvents().name(), broker, this::takeMeeting),
                new FollowedTopic(
                    topics.meetingCommands().name(),
                    broker,
                    record -> keys.read(record.headers()))));
    this.inbox =
        new FollowedTopic(topics.inbox(AgencyId.SCHEDULER).name(), broker, this::takeNotice);
    this.mark = new ReadingMark(ledger, admin, clock, settling);
  }

  void start() {
    needed.start();
    inbox.start();
    mark.start();
  }

  /**
   * Whether directory, ledger, meetings and their commands were read to the end found at the start.
   */
  public boolean isReady() {
    return directory.get().settings().isPresent()
        && needed.areCaughtUp()
        && mark.readUpTo().isAfter(Instant.MIN);
  }

  /** Records that cannot be read, by place; the scheduler waits before them. */
  public List<String> obstacles() {
    return needed.and(inbox).obstacles();
  }

  /** How each topic is followed; a city without meetings has no inbox for the scheduler. */
  Health.Builder health() {
    Health.Builder health = needed.health();
    health.withDetail(inbox.topic(), inbox.standing().inWords());
    return inbox.obstacle().isEmpty() ? health : health.outOfService();
  }

  /** Keys of the directory whose newest record cannot be read; what they said before holds. */
  public Set<String> unreadableInDirectory() {
    return directory.unreadableKeys();
  }

  /** What is known at this moment; at least everything up to its {@code readUpTo}. */
  public Known now() {
    Instant readUpTo = mark.readUpTo();
    return new Known(directory.get(), cases.withMeetings(), readUpTo);
  }

  /** Who takes part and by which settings. */
  public NetworkDirectory directory() {
    return directory.get();
  }

  /** The meetings as their topic tells them; commits of the engine appear here. */
  public Meetings meetings() {
    return meetings;
  }

  /** What became of commands. */
  public Answers answers() {
    return answers;
  }

  /** Which command ids stand for which content. */
  public CommandKeys keys() {
    return keys;
  }

  /** Waits until all of these are known here; whether they are within the patience. */
  public boolean await(Collection<ItemRef> items, Duration patience) throws InterruptedException {
    return cases.await(items, patience);
  }

  /** What the gateway refused the scheduler. */
  public Refusals refusals() {
    return refusals;
  }

  private void takeDirectory(ConsumerRecord<byte[], byte[]> record) {
    directory.read(record.key(), record.value());
  }

  private void takeEvent(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
    cases.take(value(record, CaseEvent.class));
  }

  private void takeMeeting(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
    switch (value(record, Record.class)) {
      case MeetingEvent event -> {
        meetings = meetings.after(event);
        answers.take(event);
      }
      case MeetingCommandRefused refused -> answers.take(refused);
      case Record _ -> throw new UnreadableRecordException(record, "another kind");
    }
  }

  private void takeNotice(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecordException {
    if (value(record, Record.class) instanceof CommandRefused refused && !refused.repeated()) {
      refusals.take(refused);
      LOG.warn("the gateway refused command {}: {}", refused.commandId(), refused.code());
    }
  }

  private <T> T value(ConsumerRecord<byte[], byte[]> record, Class<T> type)
      throws UnreadableRecordException {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    return switch (codec.decode(bytes)) {
      case Decoded.Readable(Object value) when type.isInstance(value) -> type.cast(value);
      case Decoded.Readable _ -> throw new UnreadableRecordException(record, "another kind");
      case Decoded.Unreadable(var reason) ->
          throw new UnreadableRecordException(record, reason.toString());
    };
  }

  @Override
  public void close() {
    mark.close();
    needed.and(inbox).close();
  }
}
