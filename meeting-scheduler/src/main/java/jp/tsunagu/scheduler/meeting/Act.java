package jp.tsunagu.scheduler.meeting;

import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.meeting.MeetingEvent;

/** What a decision writes, in the order it is to be written. */
public sealed interface Act {

  /** An event of a meeting. */
  record Happened(MeetingEvent event) implements Act {}

  /** A wish to the gateway: what a meeting changes in a case. */
  record Ask(CaseCommand command) implements Act {}
}
