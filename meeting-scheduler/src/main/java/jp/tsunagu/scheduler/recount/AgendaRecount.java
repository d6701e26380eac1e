package jp.tsunagu.scheduler.recount;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import jp.tsunagu.runtime.broker.BrokerAccess;
import jp.tsunagu.runtime.broker.TopicToItsEnd;
import jp.tsunagu.runtime.directory.FollowedDirectory;
import jp.tsunagu.scheduler.meeting.CaseHistory;
import jp.tsunagu.scheduler.meeting.Replanned;
import jp.tsunagu.scheduler.meeting.Replanning;

/**
 * Every agenda that was issued, made anew of the directory, the whole ledger and all events of
 * meetings as they stand at the broker: nothing that a scheduler keeps is asked. Takes as long as
 * reading them.
 */
public record AgendaRecount(BrokerAccess broker, NetworkId network) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * What came of it.
   *
   * @param unreadable records that this program cannot read; their cases and meetings are known in
   *     part
   */
  public record Result(List<Replanned> agendas, long unreadable) {

    /** Keeps a copy. */
    public Result {
      agendas = List.copyOf(agendas);
    }

    /** The agendas of which something else comes. */
    public List<Replanned> differences() {
      return agendas.stream().filter(each -> !each.agrees()).toList();
    }
  }

  /** Reads and compares; empty where the directory cannot be read within 30 s. */
  public Optional<Result> run() throws InterruptedException {
    Topics topics = new Topics(network);
    Codec codec = Codec.standard();
    try (FollowedDirectory directory = new FollowedDirectory(topics, broker, codec)) {
      directory.start();
      if (!directory.awaitCaughtUp(PATIENCE) || directory.get().settings().isEmpty()) {
        return Optional.empty();
      }
      Reading reading = new Reading(codec);
      Map<CaseId, CaseHistory> cases = new HashMap<>();
      List<MeetingEvent> events = new ArrayList<>();
      // the meetings first: whatever an agenda was made of stands in the ledger by then
      reading.all(topics.meetingEvents(), MeetingEvent.class, events::add);
      reading.all(topics.ledger(), CaseEvent.class, event -> take(event, cases));
      cases.values().removeIf(history -> !history.hasMeetings());
      return Optional.of(
          new Result(Replanning.of(directory.get(), cases, events), reading.unreadable));
    }
  }

  private static void take(CaseEvent event, Map<CaseId, CaseHistory> cases) {
    cases.compute(
        event.header().caseId(),
        (id, before) ->
            (before == null ? CaseHistory.of(CaseState.beforeFirst(id)) : before).after(event));
  }

  private final class Reading {
    private final Codec codec;
    private long unreadable;

    Reading(Codec codec) {
      this.codec = codec;
    }

    /** What is of another type says nothing here. */
    <T> void all(Topic topic, Class<T> type, Consumer<T> take) {
      new TopicToItsEnd(broker, topic.name())
          .readAll(
              record -> {
                byte[] value = record.value() == null ? new byte[0] : record.value();
                switch (codec.decode(value)) {
                  case Decoded.Readable(Object read) when type.isInstance(read) ->
                      take.accept(type.cast(read));
                  case Decoded.Readable _ -> {}
                  case Decoded.Unreadable _ -> unreadable++;
                }
              });
    }
  }
}
