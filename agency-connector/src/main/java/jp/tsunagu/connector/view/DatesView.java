package jp.tsunagu.connector.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import org.jspecify.annotations.Nullable;

/**
 * On which day a meeting could be (日程調整), as an agency's system is told of it.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param answerNeeded whether this agency has still to answer a candidate
 * @param answers this agency's own; for whoever organises those of the others too
 */
public record DatesView(
    MeetingRequestId requestId,
    MeetingId meetingId,
    CaseId caseId,
    @Nullable CaseNumber caseNumber,
    BodyId body,
    String bodyName,
    ConferenceKind conference,
    MeetingPurpose purpose,
    AgencyId organiser,
    List<Instant> candidates,
    int minutes,
    Set<AgencyId> asked,
    Instant askedAt,
    boolean answerNeeded,
    List<AnswerView> answers) {

  /** An agency's answer to all candidates. */
  public record AnswerView(AgencyId agency, List<ReplyView> replies) {}

  /** What it says to one. */
  public record ReplyView(Instant startsAt, DateAnswer answer) {}

  /** The view of a question for this agency. */
  public static DatesView of(AskedDates asked, AgencyId own, NetworkDirectory directory) {
    return new DatesView(
        asked.item().requestId(),
        asked.item().meetingId(),
        asked.item().caseId(),
        asked.item().caseNumber().orElse(null),
        asked.item().meetingId().body(),
        directory.nameOf(asked.item().meetingId().body()),
        asked.item().conference(),
        asked.item().purpose(),
        asked.item().organiser(),
        asked.candidates(),
        asked.minutes(),
        asked.asked(),
        asked.askedAt(),
        asked.awaits(own),
        asked.replies().entrySet().stream()
            .map(each -> new AnswerView(each.getKey(), replies(each.getValue())))
            .toList());
  }

  private static List<ReplyView> replies(Map<Instant, DateAnswer> replies) {
    return replies.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> new ReplyView(each.getKey(), each.getValue()))
        .toList();
  }
}
