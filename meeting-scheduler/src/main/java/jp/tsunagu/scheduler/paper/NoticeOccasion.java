package jp.tsunagu.scheduler.paper;

import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.meeting.NoticeKind;

/** Why a notice is sent. */
public sealed interface NoticeOccasion {

  /** What the paper is called. */
  String title();

  /** 開催通知・出席依頼. */
  record Invited() implements NoticeOccasion {
    @Override
    public String title() {
      return NoticeKind.INVITATION.label();
    }
  }

  /**
   * 変更通知: the meeting was moved, or the addressee's items changed.
   *
   * @param before what the notice before this one said
   */
  record Changed(Schedule before) implements NoticeOccasion {
    @Override
    public String title() {
      return NoticeKind.CHANGE.label();
    }
  }

  /** 開催取消通知. */
  record Cancelled(NoticeEnd reason) implements NoticeOccasion {
    @Override
    public String title() {
      return NoticeKind.CANCELLATION.label();
    }
  }
}
