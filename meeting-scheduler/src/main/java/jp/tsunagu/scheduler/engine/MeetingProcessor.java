package jp.tsunagu.scheduler.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.contract.wire.EventHeaders;
import jp.tsunagu.runtime.broker.Outgoing;
import jp.tsunagu.scheduler.knowledge.CommandKeys;
import jp.tsunagu.scheduler.meeting.Act;
import jp.tsunagu.scheduler.meeting.Meeting;
import jp.tsunagu.scheduler.meeting.MeetingDecider;
import jp.tsunagu.scheduler.meeting.Meetings;
import jp.tsunagu.scheduler.meeting.Outcome;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Answers every command and, with every tick, does what is due. What it writes and what it keeps
 * stand in one transaction.
 */
final class MeetingProcessor extends ContextualProcessor<byte[], byte[], byte[], Outgoing> {

  private static final int FORGOTTEN_AT_ONCE = 500;

  private final SchedulerParts parts;
  private final EventHeaders headers;
  private @Nullable Running running;

  private static final class Running {
    private final MeetingStore store;
    private final AnsweredCommands answered;
    private Meetings meetings;

    Running(MeetingStore store, AnsweredCommands answered) {
      this.store = store;
      this.answered = answered;
      this.meetings = store.read();
    }
  }

  MeetingProcessor(SchedulerParts parts) {
    this.parts = parts;
    this.headers = new EventHeaders(parts.network());
  }

  @Override
  public void init(ProcessorContext<byte[], Outgoing> context) {
    super.init(context);
    KeyValueStore<String, byte[]> meetings = context.getStateStore(MeetingStore.NAME);
    running =
        new Running(
            new MeetingStore(meetings, parts.codec()),
            new AnsweredCommands(
                context.getStateStore(MeetingStore.ANSWERED), CommandKeys.REMEMBERED));
    context.schedule(parts.tick(), PunctuationType.WALL_CLOCK_TIME, _ -> due());
  }

  private Running running() {
    if (running == null) {
      throw new IllegalStateException("the processor has not been initialised");
    }
    return running;
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void due() {
    running().answered.trim(now(), FORGOTTEN_AT_ONCE);
    write(MeetingDecider.due(parts.known().get(), running().meetings, now(), parts.grace()));
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    byte[] value = record.value() == null ? new byte[0] : record.value();
    switch (parts.codec().decode(value)) {
      case Decoded.Readable(MeetingCommand command) when isKeyOf(record.key(), command) ->
          answer(command);
      case Decoded.Readable(MeetingCommand _) -> putAside(record.key(), value, "KEY_WRONG");
      case Decoded.Readable _ -> putAside(record.key(), value, "NOT_A_COMMAND");
      case Decoded.Unreadable(var reason) -> putAside(record.key(), value, reason.name());
    }
  }

  private static boolean isKeyOf(byte @Nullable [] key, MeetingCommand command) {
    return Arrays.equals(key, Outgoing.keyOf(command.header().bodyId().value()));
  }

  /** Once: the answer to a repetition stands among the meeting events already. */
  private void answer(MeetingCommand command) {
    if (running().answered.contains(command.header().commandId())) {
      return;
    }
    if (running().answered.isTooOld(command.header(), now())) {
      refuse(command, MeetingRefusal.COMMAND_TOO_OLD);
      return;
    }
    running().answered.add(command.header());
    Outcome outcome =
        MeetingDecider.answer(
            command, parts.known().get(), running().meetings, now(), parts.grace());
    switch (outcome) {
      case Outcome.Done(List<Act> acts) -> {
        write(acts);
        due();
      }
      case Outcome.Refused(MeetingRefusal code) -> refuse(command, code);
    }
  }

  private void refuse(MeetingCommand command, MeetingRefusal code) {
    parts.metrics().refused(code.name());
    MeetingCommandRefused refused =
        new MeetingCommandRefused(
            command.header().commandId(),
            command.header().bodyId(),
            command.header().actor(),
            code,
            now());
    tell(command.header().bodyId(), refused);
  }

  private void write(List<Act> acts) {
    for (Act act : acts) {
      switch (act) {
        case Act.Happened(MeetingEvent event) -> happened(event);
        case Act.Ask(CaseCommand command) -> ask(command);
      }
    }
  }

  private void happened(MeetingEvent event) {
    running().store.put(event);
    running().meetings = running().meetings.after(event);
    if (running().meetings.find(event.header().meetingId()).filter(this::isTold).isPresent()) {
      parts.metrics().event(NewerRecord.kindOf(event));
    }
    tell(event.header().bodyId(), (java.lang.Record) event);
  }

  /** Anybody reads the open numbers: what a protected case brings about is in none of them. */
  private boolean isTold(Meeting meeting) {
    return !parts.known().get().touchesProtected(meeting);
  }

  private boolean isTold(CaseId caseId) {
    return parts.known().get().state(caseId).filter(CaseState::everProtected).isEmpty();
  }

  private void tell(BodyId body, java.lang.Record record) {
    forward(
        Sink.MEETING_EVENTS,
        parts.topics().meetingEvents(),
        body.value(),
        record,
        headers.fromScheduler(record));
  }

  private void ask(CaseCommand command) {
    if (isTold(command.header().caseId())) {
      parts.metrics().asked(NewerRecord.kindOf(command));
    }
    java.lang.Record record = (java.lang.Record) command;
    forward(
        Sink.OUTBOX,
        parts.topics().outbox(AgencyId.SCHEDULER),
        command.header().caseId().toString(),
        record,
        headers.fromAgency(AgencyId.SCHEDULER, record));
  }

  private void forward(
      Sink sink, Topic topic, String key, java.lang.Record value, Headers headersOfIt) {
    byte[] bytes = parts.codec().encode(value);
    forward(new Outgoing(sink, topic.name(), Outgoing.keyOf(key), bytes, headersOfIt));
  }

  private void forward(Outgoing outgoing) {
    context().forward(outgoing.toRecord(context().currentSystemTimeMs()), outgoing.sink().node());
  }

  /** As it came, with the reason; only this program writes here, so it is a fault of ours. */
  private void putAside(byte @Nullable [] key, byte[] value, String reason) {
    parts.metrics().deadLetter(reason);
    RecordMetadata where = context().recordMetadata().orElseThrow();
    List<Header> why =
        Outgoing.deadLetter(reason, where.topic(), where.partition(), where.offset());
    byte[] sameKey = key == null ? Outgoing.keyOf(AgencyId.SCHEDULER.value()) : key;
    String topic = parts.topics().deadLetters().name();
    forward(new Outgoing(Sink.DEAD_LETTERS, topic, sameKey, value, why));
  }
}
