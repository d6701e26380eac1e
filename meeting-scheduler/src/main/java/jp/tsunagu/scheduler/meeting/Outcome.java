package jp.tsunagu.scheduler.meeting;

import java.util.List;
import jp.tsunagu.contract.meeting.MeetingRefusal;

/** What became of a command about a meeting. */
public sealed interface Outcome {

  /** It takes effect; at least one event. */
  record Done(List<Act> acts) implements Outcome {
    public Done {
      acts = List.copyOf(acts);
    }
  }

  /** It has no effect. */
  record Refused(MeetingRefusal code) implements Outcome {}
}
