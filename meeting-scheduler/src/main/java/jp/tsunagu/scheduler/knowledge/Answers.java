package jp.tsunagu.scheduler.knowledge;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingCommandRefused;
import jp.tsunagu.contract.meeting.MeetingEvent;
import jp.tsunagu.contract.meeting.MeetingRefusal;

/**
 * What became of the latest commands about meetings, as it stands in meeting events. Thread-safe.
 */
public final class Answers {

  private final Latest<CommandId, Answer> answers = new Latest<>(CommandKeys.REMEMBERED);

  /** The outcome of a command. */
  public sealed interface Answer {

    /** It took effect. */
    record Accepted(MeetingId meetingId) implements Answer {}

    /** It had none. */
    record Refused(MeetingRefusal code) implements Answer {}
  }

  /** The outcome, if it has been read. */
  public synchronized Optional<Answer> known(CommandId commandId) {
    return answers.find(commandId);
  }

  /** The outcome as soon as it has been read; empty where that takes longer than the patience. */
  public synchronized Optional<Answer> await(CommandId commandId, Duration patience)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<Answer> answer = answers.find(commandId);
    for (long left = patience.toNanos();
        answer.isEmpty() && left > 0;
        left = deadline - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      answer = answers.find(commandId);
    }
    return answer;
  }

  void take(MeetingEvent event) {
    CommandId cause = event.header().causedBy();
    if (cause != null) {
      take(cause, new Answer.Accepted(event.header().meetingId()));
    }
  }

  void take(MeetingCommandRefused refused) {
    take(refused.commandId(), new Answer.Refused(refused.code()));
  }

  private synchronized void take(CommandId commandId, Answer answer) {
    answers.putIfAbsent(commandId, answer);
    notifyAll();
  }
}
