package jp.tsunagu.scheduler.knowledge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingRefusal;

/** What became of the commands about meetings, as it stands in meeting events. */
public final class Answers {

  private final Map<CommandId, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();

  /** The outcome of a command. */
  public sealed interface Answer {

    /** It took effect. */
    record Accepted(MeetingId meetingId) implements Answer {}

    /** It had none. */
    record Refused(MeetingRefusal code) implements Answer {}
  }

  /** Completed as soon as the outcome has been read; never fails. */
  public CompletableFuture<Answer> of(CommandId commandId) {
    return answers.computeIfAbsent(commandId, _ -> new CompletableFuture<>());
  }

  /** The outcome, if it has been read. */
  public Optional<Answer> known(CommandId commandId) {
    CompletableFuture<Answer> answer = answers.get(commandId);
    return answer == null ? Optional.empty() : Optional.ofNullable(answer.getNow(null));
  }

  void take(MeetingEvent event) {
    CommandId cause = event.header().causedBy();
    if (cause != null) {
      of(cause).complete(new Answer.Accepted(event.header().meetingId()));
    }
  }

  void take(MeetingCommandRefused refused) {
    of(refused.commandId()).complete(new Answer.Refused(refused.code()));
  }
}
