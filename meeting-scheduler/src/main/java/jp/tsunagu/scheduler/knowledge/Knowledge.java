package jp.tsunagu.scheduler.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.aside.FollowedHolding;
import jp.tsunagu.runtime.aside.KeyRule;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.FollowedTopic;
import jp.tsunagu.runtime.broker.FollowedTopics;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.scheduler.meeting.Known;
import jp.tsunagu.scheduler.meeting.Meetings;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;

/** Everything the scheduler knows, read anew at every start. */
public final class Knowledge implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);

  private final CaseBook cases = new CaseBook();
  private final Answers answers = new Answers();
  private final CommandKeys keys = new CommandKeys();
  private final Refusals refusals = new Refusals();
  private final FollowedTopics needed;
  private final FollowedTopic inbox;
  private final ReadingMark mark;
  private final FollowedDirectory directory;
  private final AsideTopic aside;
  private final FollowedHolding<CaseEvent> heldCases;
  private volatile Meetings meetings = Meetings.NONE;
  private volatile Runnable answered = () -> {};

  /**
   * Nothing read yet.
   *
   * @param directory started and closed elsewhere
   */
  Knowledge(
      Topics topics,
      Codec codec,
      BrokerAccess broker,
      FollowedDirectory directory,
      AsideTopic aside,
      Admin admin,
      Clock clock,
      Duration settling) {
    this.directory = directory;
    this.aside = aside;
    this.heldCases =
        aside.holding(
            topics.ledger(),
            codec,
            CaseEvent.class,
            KeyRule.caseId(event -> event.header().caseId()),
            (_, _, event) -> take(Objects.requireNonNull(event)));
    FollowedHolding<Record> heldBodies =
        aside.holding(topics.meetingEvents(), codec, Record.class, bodyKeys(), this::takeMeeting);
    FollowedHolding<Record> heldNotices =
        aside.holding(
            topics.inbox(AgencyId.SCHEDULER), codec, Record.class, noticeKeys(), this::takeNotice);
    FollowedTopic ledger = new FollowedTopic(topics.ledger().name(), broker, heldCases::accept);
    this.needed =
        new FollowedTopics(
            List.of(
                ledger,
                new FollowedTopic(topics.meetingEvents().name(), broker, heldBodies::accept),
                new FollowedTopic(
                    topics.meetingCommands().name(),
                    broker,
                    record -> keys.read(record.headers()))));
    this.inbox =
        new FollowedTopic(topics.inbox(AgencyId.SCHEDULER).name(), broker, heldNotices::accept);
    this.mark = new ReadingMark(ledger, admin, clock, settling);
  }

  private void take(CaseEvent event) {
    cases.take(event);
    switch (event) {
      case ConferenceEvent.DatesAsked _,
          ConferenceEvent.DatesAnswered _,
          ConferenceEvent.AttendanceAnswered _ ->
          answered.run();
      default -> {}
    }
  }

  /** Runs this whenever agencies were asked or answered something; it must not wait. */
  public void whenAnswered(Runnable told) {
    answered = told;
  }

  void start() {
    aside.start();
    needed.start();
    inbox.start();
    mark.start();
  }

  /**
   * Whether directory, ledger, meetings and their commands were read to the end found at the start.
   */
  public boolean isReady() {
    return directory.isCaughtUp()
        && directory.get().settings().isPresent()
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

  /** What is known at this moment; at least everything up to its {@code readUpTo}. */
  public Known now() {
    Instant readUpTo = mark.readUpTo();
    Set<CaseId> held =
        heldCases.heldKeys().stream().map(CaseId::of).collect(Collectors.toUnmodifiableSet());
    return new Known(directory.get(), cases.withMeetings(), readUpTo, held);
  }

  /** Who takes part and by which settings. */
  public NetworkDirectory directory() {
    return directory.get();
  }

  /** The case, if it has brought anything to a meeting. */
  public Optional<CaseState> state(CaseId caseId) {
    return cases.state(caseId);
  }

  /**
   * Whether this case is known, whatever it brought, and never was protected (保護案件): of one that is
   * not known yet nobody can say that.
   */
  public boolean isOpen(CaseId caseId) {
    return cases.isOpen(caseId);
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

  /** Of what stands among the meeting events: the body it is about. */
  private static KeyRule<Record> bodyKeys() {
    return new KeyRule<>(
        BodyId::isValid,
        value ->
            switch (value) {
              case MeetingEvent event -> event.header().bodyId().value();
              case MeetingCommandRefused refused -> refused.bodyId().value();
              case Record _ -> null;
            });
  }

  /** A case, or the scheduler itself for a notice about no case. */
  private static KeyRule<Record> noticeKeys() {
    KeyRule<Record> ofCase = KeyRule.caseId(_ -> null);
    return new KeyRule<>(
        text -> ofCase.usable().test(text) || text.equals(AgencyId.SCHEDULER.value()), _ -> null);
  }

  private void takeMeeting(RawRecord record, String body, @Nullable Record value) {
    switch (value) {
      case MeetingEvent event -> {
        meetings = meetings.after(event);
        answers.take(event);
      }
      case MeetingCommandRefused refused -> answers.take(refused);
      case null -> LOG.debug("{}: a deletion says nothing here", record.place());
      case Record _ -> LOG.debug("{} at {}: not of a meeting", body, record.place());
    }
  }

  private void takeNotice(RawRecord record, String key, @Nullable Record value) {
    if (value instanceof CommandRefused refused && !refused.repeated()) {
      refusals.take(refused);
      LOG.warn("the gateway refused command {}: {}", refused.commandId(), refused.code());
    }
  }

  @Override
  public void close() {
    mark.close();
    needed.and(inbox).close();
    aside.close();
  }
}
