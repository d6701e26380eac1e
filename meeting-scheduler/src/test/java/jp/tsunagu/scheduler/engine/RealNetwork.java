package jp.tsunagu.scheduler.engine;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.AskedAgencies;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AttendanceAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ScreeningDecided;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.ProposedDays;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.testing.BadRecord;
import jp.tsunagu.contract.testing.DirectoryLines;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.contract.testing.EmbeddedBroker;
import jp.tsunagu.contract.testing.MadeTopics;
import jp.tsunagu.contract.topic.Party;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.scheduler.configuration.SchedulerProperties;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.knowledge.OpenKnowledge;
import jp.tsunagu.scheduler.testing.TestCity;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** A broker with the network's topics, a ledger that a test writes, and lives of the scheduler. */
public final class RealNetwork implements AutoCloseable {
  /** A life that no record ends. */
  public static final int NEVER = Integer.MAX_VALUE;

  private static final int PARTITIONS = 6;

  private final EmbeddedBroker broker = EmbeddedBroker.shared();
  private final NetworkId id = broker.newNetwork("yui");
  private final Topics topics = new Topics(id);
  private final Codec codec = Codec.standard();
  private final Path state;
  private final ConferenceKind conference;
  private final TestClock clock = new TestClock();
  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> reader;
  private final KafkaProducer<byte[], byte[]> gateway;
  private final Knowledge knowledge;
  private final Map<CaseId, Long> sequences = new HashMap<>();

  private RealNetwork(
      Path state, ConferenceKind conference, Function<NetworkId, List<Change>> directory) {
    this.state = state;
    this.conference = conference;
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    this.reader = reader(broker.bootstrapServers());
    createTopics();
    this.gateway = producer(Map.of());
    publish(directory.apply(id));
    this.knowledge = OpenKnowledge.start(broker.bootstrapServers(), topics, admin, clock);
  }

  /** Everything is there; the ledger is empty. */
  public static RealNetwork start(Path state) {
    return new RealNetwork(
        state,
        ConferenceKind.SUPPORT_CONFERENCE,
        network ->
            TestCity.city(network, ClosedDayRule.NEXT_OPEN_DAY).stream()
                .map(record -> new Change(record.key(), record))
                .toList());
  }

  /** The same with the directory of a whole network.yaml, whose calendar is of 重層的支援会議. */
  public static RealNetwork ofTheWholeFile(Path state) {
    return new RealNetwork(
        state, ConferenceKind.PLAN_CONFERENCE, network -> DirectoryLines.of(network).whole());
  }

  private void createTopics() {
    List<Topic> all = new ArrayList<>(topics.shared());
    all.addAll(topics.of(AgencyId.SCHEDULER));
    MadeTopics.make(
        admin,
        all.stream()
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions().in(PARTITIONS), (short) 1)
                        .configs(topic.configuration()))
            .toList());
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    settings.put("acks", "all");
    settings.put("max.request.size", 4 << 20);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static KafkaConsumer<byte[], byte[]> reader(String brokers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            brokers,
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false);
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Writes to the directory as the gateway does. */
  public void publish(List<Change> changes) {
    changes.forEach(
        change -> sendBytes(gateway, topics.directory(), change.key(), change.value(codec)));
  }

  private void send(KafkaProducer<byte[], byte[]> producer, Topic topic, String key, Record value) {
    sendBytes(producer, topic, key, codec.encode(value));
  }

  private static void sendBytes(
      KafkaProducer<byte[], byte[]> producer, Topic topic, String key, byte @Nullable [] value) {
    var sent =
        producer.send(
            new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value));
    producer.flush();
    if (!sent.isDone()) {
      throw new IllegalStateException("not written");
    }
  }

  private void write(KafkaProducer<byte[], byte[]> producer, CaseEvent event) {
    send(producer, topics.ledger(), event.header().caseId().toString(), (Record) event);
  }

  /** Puts the clock forward. */
  public void clock(String moment) {
    clock.now = OffsetDateTime.parse(moment).toInstant();
  }

  /** A request recorded at this moment, which everybody can read at once. */
  public MeetingRequestId request(String recordedAt) {
    Instant at = OffsetDateTime.parse(recordedAt).toInstant();
    clock.now = at;
    CaseId caseId = received(at);
    return requested(gateway, caseId, at);
  }

  /** The same as an item, of a case that somebody protects where that is wanted. */
  public ItemRef item(String recordedAt, boolean isProtected) {
    Instant at = OffsetDateTime.parse(recordedAt).toInstant();
    clock.now = at;
    CaseId caseId = received(at);
    if (isProtected) {
      protect(caseId);
    }
    return new ItemRef(caseId, requested(gateway, caseId, at));
  }

  /** From now on the case is protected (支援措置). */
  public void protect(CaseId caseId) {
    write(
        gateway,
        new CaseProtected(
            header(caseId, clock.now),
            new Protection(Set.of(), Set.of(), LocalDate.of(2027, 3, 31))));
  }

  /** One more agency is named by a further request of this case, which is no member. */
  public ItemRef itemNaming(AgencyId agency, String recordedAt) {
    Instant at = OffsetDateTime.parse(recordedAt).toInstant();
    clock.now = at;
    CaseId caseId = received(at);
    return new ItemRef(
        caseId, requested(gateway, caseId, at, Set.of(TestCity.HOKATSU, TestCity.SHOGAI, agency)));
  }

  /** An invited agency answers. */
  public void answered(ItemRef item, MeetingId meeting, AgencyId agency, AttendanceAnswer answer) {
    write(
        gateway,
        new AttendanceAnswered(
            header(item.caseId(), clock.now), item.requestId(), meeting, agency, answer, null));
  }

  /** The gateway asks these agencies on which day a meeting could be. */
  public void askedForDays(
      ItemRef item, MeetingId meeting, List<Instant> days, Set<AgencyId> asked) {
    write(
        gateway,
        new DatesAsked(
            header(item.caseId(), clock.now),
            item.requestId(),
            meeting,
            conference,
            MeetingPurpose.NEW,
            TestCity.DESK,
            new ProposedDays(days, 60),
            new AskedAgencies(asked, Set.of())));
  }

  /** An agency says to each day whether it could come. */
  public void answeredDays(
      ItemRef item, MeetingId meeting, AgencyId agency, List<DateReply> replies) {
    write(
        gateway,
        new DatesAnswered(
            header(item.caseId(), clock.now), item.requestId(), meeting, agency, replies));
  }

  private CaseId received(Instant at) {
    CaseId caseId = new CaseId(UUID.randomUUID());
    write(
        gateway,
        new ConsultationReceived(
            header(caseId, at),
            TestCity.HOKATSU,
            new Reception(
                Set.of(Field.OTHER),
                new AreaId("higashi"),
                Urgency.NORMAL,
                ReceptionKind.NEW,
                null),
            2,
            null));
    return caseId;
  }

  private MeetingRequestId requested(
      KafkaProducer<byte[], byte[]> producer, CaseId caseId, Instant at) {
    return requested(producer, caseId, at, Set.of(TestCity.HOKATSU, TestCity.SHOGAI));
  }

  private MeetingRequestId requested(
      KafkaProducer<byte[], byte[]> producer, CaseId caseId, Instant at, Set<AgencyId> named) {
    MeetingRequestId id = new MeetingRequestId(UUID.randomUUID());
    write(
        producer,
        new MeetingRequested(
            header(caseId, at),
            id,
            new MeetingWish(conference, MeetingPurpose.NEW, 60, false, null, null),
            Set.of(new PersonRef(1)),
            TestCity.SHAKYO,
            named));
    write(producer, new MemberAppointed(header(caseId, at), TestCity.SHOGAI));
    write(producer, new MemberAppointed(header(caseId, at), TestCity.HOKATSU));
    write(producer, new ScreeningDecided(header(caseId, at), screenedFor(), "URGENT"));
    return id;
  }

  private ScreeningRoute screenedFor() {
    return conference == ConferenceKind.PLAN_CONFERENCE
        ? ScreeningRoute.PLAN_CONFERENCE
        : ScreeningRoute.SUPPORT_CONFERENCE;
  }

  private EventHeader header(CaseId caseId, Instant at) {
    long sequence = sequences.getOrDefault(caseId, 0L) + 1;
    sequences.put(caseId, sequence);
    return new EventHeader(
        EventId.of(caseId, sequence),
        caseId,
        sequence,
        UUID.randomUUID(),
        new EventTimes(at, at, at, null),
        new ActedBy(TestCity.SHAKYO, null, null),
        0,
        numberOf(caseId));
  }

  /** What people call the case. */
  public static CaseNumber numberOf(CaseId caseId) {
    int serial = Math.floorMod(caseId.hashCode(), CaseNumber.LARGEST_SERIAL);
    LocalDate day = LocalDate.of(2026, 9, 3);
    return CaseNumber.of(day, serial).or(() -> CaseNumber.of(day, serial + 1)).orElseThrow();
  }

  /** A new case that asks now for a meeting, and a command about it that the gateway refused. */
  public CaseId refusedCase() {
    return refused(false);
  }

  /** The same of a case that is protected. */
  public CaseId refusedProtectedCase() {
    return refused(true);
  }

  private CaseId refused(boolean isProtected) {
    CaseId caseId = received(clock.now);
    if (isProtected) {
      protect(caseId);
    }
    requested(gateway, caseId, clock.now);
    send(
        gateway,
        topics.inbox(AgencyId.SCHEDULER),
        caseId.toString(),
        new CommandRefused(
            new CommandId(UUID.randomUUID()),
            caseId,
            RefusalCode.values()[0],
            Set.of(),
            List.of(),
            false,
            clock.now));
    return caseId;
  }

  /** A request in a transaction that is still open. */
  record LateRequest(MeetingRequestId requestId, KafkaProducer<byte[], byte[]> transaction) {
    void becomesReadable() {
      transaction.commitTransaction();
      transaction.close();
    }
  }

  /**
   * A request that nobody can read yet. What the scheduler knows does not pass an open transaction,
   * so it has begun to know before.
   */
  LateRequest requestReadLate(String recordedAt) {
    await().atMost(SOON).until(knowledge::isReady);
    Instant at = OffsetDateTime.parse(recordedAt).toInstant();
    clock.now = at;
    CaseId caseId = received(at);
    KafkaProducer<byte[], byte[]> producer =
        producer(Map.of("transactional.id", id + ".slow-gateway"));
    producer.initTransactions();
    producer.beginTransaction();
    return new LateRequest(requested(producer, caseId, at), producer);
  }

  /** A case that can be read, and of which then a record of every kind comes that cannot be. */
  CaseId spoiltCase() {
    CaseId touched = received(clock.now);
    EventHeader next = header(touched, clock.now);
    spoil(topics.ledger(), touched.toString(), new PersonsRegistered(next, 2), PARTITIONS);
    return touched;
  }

  /** A protected case with a record that cannot be read. */
  public CaseId heldProtectedCase() {
    CaseId touched = received(clock.now);
    protect(touched);
    sendBytes(
        gateway, topics.ledger(), touched.toString(), "文字化け".getBytes(StandardCharsets.UTF_8));
    return touched;
  }

  /** A case with a record that cannot be read, and so many behind it that could be. */
  public CaseId heldCase(int waiting) {
    CaseId touched = received(clock.now);
    byte[] key = touched.toString().getBytes(StandardCharsets.UTF_8);
    byte[] next = codec.encode(new PersonsRegistered(header(touched, clock.now), 2));
    String ledger = topics.ledger().name();
    List<Future<?>> sent = new ArrayList<>();
    sent.add(
        gateway.send(new ProducerRecord<>(ledger, key, "文字化け".getBytes(StandardCharsets.UTF_8))));
    for (int number = 0; number < waiting; number++) {
      sent.add(gateway.send(new ProducerRecord<>(ledger, key, next)));
    }
    gateway.flush();
    if (!sent.stream().allMatch(Future::isDone)) {
      throw new IllegalStateException("not written");
    }
    return touched;
  }

  /** Records of every kind that cannot be read in everything else the scheduler reads. */
  void spoilMeetingsAndInbox() {
    MeetingCommandRefused refused =
        new MeetingCommandRefused(
            new CommandId(UUID.randomUUID()),
            TestCity.PER_CASE,
            TestCity.SHAKYO,
            MeetingRefusal.BODY_UNKNOWN,
            clock.now);
    spoil(topics.meetingEvents(), TestCity.PER_CASE.value(), refused, 1);
    spoil(topics.meetingCommands(), TestCity.PER_CASE.value(), refused, 1);
    spoil(
        topics.inbox(AgencyId.SCHEDULER),
        new CaseId(UUID.randomUUID()).toString(),
        refused,
        PARTITIONS);
    spoil(topics.aside(Party.SCHEDULER), "x/0/0", refused, 1);
  }

  private void spoil(Topic topic, String key, Record good, int partitions) {
    String other = new CaseId(UUID.randomUUID()).toString();
    for (BadRecord bad : BadRecord.ofEveryKind(topic, key, other, codec.encode(good), partitions)) {
      var sent = gateway.send(bad.record());
      gateway.flush();
      if (!sent.isDone()) {
        throw new IllegalStateException("not written");
      }
    }
  }

  /** The scheduler's knowledge as another start would read it. */
  Knowledge readAnew() {
    return OpenKnowledge.start(broker.bootstrapServers(), topics, admin, clock);
  }

  /** What the scheduler knows of this network. */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** The clock of everybody. */
  public Clock clock() {
    return clock;
  }

  /** What its topics begin with. */
  public NetworkId id() {
    return id;
  }

  /** Where the broker is. */
  public String brokers() {
    return broker.bootstrapServers();
  }

  /** Whether the agenda of the month is out. */
  public boolean isPublished() {
    return events(AgendaIssued.class).size() == 1;
  }

  /**
   * One life of the engine.
   *
   * @param ends what ended it, as long as nothing has, none
   */
  public record Life(
      KafkaStreams streams, MortalClients clients, AtomicReference<@Nullable Throwable> ends)
      implements AutoCloseable {
    @Override
    public void close() {
      streams.close(Duration.ofSeconds(10));
    }
  }

  /** Begins one. */
  public Life live(int recordsBeforeDeath) {
    await().atMost(SOON).until(knowledge::isReady);
    SchedulerProperties properties =
        new SchedulerProperties(
            id.value(),
            state,
            "scheduler-1",
            (short) 1,
            Duration.ZERO,
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofSeconds(5));
    SchedulerParts parts =
        new SchedulerParts(
            id,
            topics,
            codec,
            knowledge::now,
            clock,
            Duration.ZERO,
            properties.tick(),
            new SchedulerMetrics(new SimpleMeterRegistry()));
    MortalClients clients = new MortalClients(recordsBeforeDeath);
    KafkaStreams streams =
        new KafkaStreams(
            SchedulerTopology.build(parts),
            new StreamsConfig(
                BrokerAccess.plain("scheduler", broker.bootstrapServers())
                    .streams(StreamSettings.of(properties))),
            clients);
    AtomicReference<@Nullable Throwable> ends = new AtomicReference<>();
    streams.setUncaughtExceptionHandler(
        thrown -> {
          ends.set(thrown);
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
    return new Life(streams, clients, ends);
  }

  /**
   * Lives until it dies or everything is published; whether it died.
   *
   * @throws IllegalStateException when it ended otherwise, with what ended it
   */
  boolean dies(int recordsBeforeDeath) {
    try (Life life = live(recordsBeforeDeath)) {
      await()
          .atMost(SOON)
          .until(() -> life.clients().isDead() || life.ends().get() != null || isPublished());
      if (!life.clients().isDead() && life.ends().get() != null) {
        throw new IllegalStateException(
            "ended before " + recordsBeforeDeath + " records", life.ends().get());
      }
      return life.clients().isDead();
    }
  }

  /** Committed events of this type. */
  public <T> List<T> events(Class<T> type) {
    return read(topics.meetingEvents(), type);
  }

  /** Committed wishes to the gateway of this type. */
  <T> List<T> asked(Class<T> type) {
    return read(topics.outbox(AgencyId.SCHEDULER), type);
  }

  private synchronized <T> List<T> read(Topic topic, Class<T> type) {
    List<TopicPartition> partitions =
        reader.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(topic.name(), info.partition()))
            .toList();
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
    List<T> found = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
      reader.poll(Duration.ofMillis(100)).forEach(record -> add(record.value(), type, found));
    }
    return found;
  }

  private <T> void add(byte @Nullable [] value, Class<T> type, List<T> found) {
    if (value != null
        && codec.decode(value) instanceof Decoded.Readable(Object read)
        && type.isInstance(read)) {
      found.add(type.cast(read));
    }
  }

  @Override
  public void close() {
    knowledge.close();
    reader.close();
    gateway.close();
    admin.close();
    broker.close();
  }

  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-09-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
