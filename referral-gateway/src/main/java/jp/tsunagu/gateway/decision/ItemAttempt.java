package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingItem;

/** What somebody tries to do with one item that the case brings to a meeting. */
record ItemAttempt(Attempt attempt, MeetingItem item) {

  CaseState state() {
    return attempt.state();
  }

  AgencyId actor() {
    return attempt.actor();
  }

  /** The first broken rule decides; where all are kept, the outcome. */
  Decision decide(List<Rule<ItemAttempt>> rules, Supplier<Decision> outcome) {
    return Rule.decide(this, rules, outcome);
  }

  Optional<MeetingBody> body(MeetingId meeting) {
    return attempt.context().directory().meetingBody(meeting.body());
  }

  /** The kind of conference this meeting is; that of the item if its body is gone. */
  ConferenceKind kindOf(MeetingId meeting) {
    return body(meeting).map(MeetingBody::conference).orElse(item.conference());
  }
}
