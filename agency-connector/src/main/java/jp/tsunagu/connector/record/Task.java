package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.written.Flat;

/**
 * Something only a person of this agency can do.
 *
 * @param caseNumber what people call the case (案件番号); none where the network has not told it
 * @param since when it became necessary
 * @param due until when it is to be done, where a day is set
 */
public record Task(
    long id,
    Kind kind,
    CaseId caseId,
    Optional<CaseNumber> caseNumber,
    @Flat About about,
    Instant since,
    Optional<Instant> due) {

  /** What is to be done. */
  public enum Kind implements Code {
    ANSWER_SHARING_STOP("共有停止の求めに回答する"),
    /** The connector does not see a basis by itself; a person decides and sends. */
    PROVIDE_DOSSIER("書類を渡す根拠を確認して送る"),
    /** The case stays protected until a person decides, also past the measure's last day. */
    DECIDE_ON_PROTECTION("支援措置の期限について、延長するか解除するかを決める"),
    ANSWER_DATES("日程調整に答える"),
    ANSWER_ATTENDANCE("開催通知に出欠を答える"),
    FILE_MEETING_REPORT("会議の報告書を出す"),
    ANSWER_INQUIRY("情報収集の依頼に答える"),
    /** Who asked asks again, or takes it back. */
    CHASE_INQUIRY("期限までに回答のない情報収集を確かめる");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /**
   * What it is about; only what says something for its kind is there.
   *
   * @param recipient for {@link Kind#PROVIDE_DOSSIER}: who needs it; for {@link
   *     Kind#CHASE_INQUIRY}: who has not answered
   * @param requestId for what is about a meeting: the item, and {@code meetingId} the meeting
   */
  public record About(
      Optional<PersonRef> person,
      Optional<ReferralId> referralId,
      Optional<DossierId> dossierId,
      Optional<AgencyId> recipient,
      Optional<MeetingRequestId> requestId,
      Optional<MeetingId> meetingId) {

    static About theCase() {
      return new About(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static About of(AgencyId agency) {
      return new About(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(agency),
          Optional.empty(),
          Optional.empty());
    }

    static About of(PersonRef person) {
      return new About(
          Optional.of(person),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    static About of(MeetingRequestId requestId, MeetingId meetingId) {
      return new About(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(requestId),
          Optional.of(meetingId));
    }

    static About of(ReferralId referralId, DossierId dossierId, AgencyId recipient) {
      return new About(
          Optional.empty(),
          Optional.of(referralId),
          Optional.of(dossierId),
          Optional.of(recipient),
          Optional.empty(),
          Optional.empty());
    }
  }
}
