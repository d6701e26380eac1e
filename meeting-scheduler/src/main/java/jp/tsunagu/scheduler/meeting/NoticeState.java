package jp.tsunagu.scheduler.meeting;

import jp.tsunagu.contract.meeting.DeliveryWay;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;

/** A notice and what became of it. */
public record NoticeState(NoticeIssued notice, Delivery delivery) {

  /** What became of a notice besides the inbox. */
  public sealed interface Delivery {

    /** It waits to be mailed or posted. */
    record Waiting() implements Delivery {}

    /** It left the house. */
    record Delivered(DeliveryWay way) implements Delivery {}

    /** It was given up; somebody must look. */
    record GivenUp(int attempts, String fault) implements Delivery {}
  }

  NoticeState now(Delivery next) {
    return new NoticeState(notice, next);
  }
}
