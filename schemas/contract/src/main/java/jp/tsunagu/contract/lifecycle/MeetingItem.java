package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * What a case brings to a meeting, as it stands.
 *
 * @param due for a return: the last day of the monitoring period
 * @param route what screening decided; none before. An item that ends in advice or is settled
 *     directly stays open and comes on no agenda, until whoever asked takes it back
 */
public record MeetingItem(
    MeetingRequestId requestId,
    @Flat MeetingWish wish,
    @Nullable LocalDate due,
    @Flat ItemRequest request,
    @Nullable ScreeningRoute route,
    @Flat ItemNotice notice,
    @Flat ItemProgress progress) {

  /**
   * Its kind or its table changed. Whoever was told keeps the notice until it is cancelled; for a
   * meeting of the other kind no days are asked any more.
   */
  MeetingItem as(ConferenceKind kind, Set<AgencyId> table) {
    return new MeetingItem(
        requestId,
        wish.as(kind),
        due,
        request.with(table),
        route,
        notice,
        kind == conference() ? progress : progress.asking(null));
  }

  MeetingItem screened(ScreeningRoute decided) {
    return new MeetingItem(requestId, wish, due, request, decided, notice, progress);
  }

  /** On an agenda; days are asked for no more. */
  MeetingItem at(MeetingPlace where, Set<AgencyId> told) {
    return with(notice.at(where, told), progress.asking(null));
  }

  MeetingItem takenOff() {
    return with(ItemNotice.NONE, progress);
  }

  MeetingItem answered(Attendance answer) {
    return with(notice.answered(answer), progress);
  }

  MeetingItem withReport() {
    return with(notice, progress.withReport());
  }

  MeetingItem decided(Agreed agreed) {
    return with(notice, progress.decided(agreed.needed()));
  }

  /** Whether a 重層的支援会議 judged that this person needs such a support. */
  public boolean judgedNeeded(SideKind kind, PersonRef person) {
    return conference() == ConferenceKind.PLAN_CONFERENCE
        && stage() == ItemStage.DECIDED
        && progress.needed().contains(kind)
        && request.persons().contains(person);
  }

  MeetingItem now(ItemStage next) {
    return with(notice, progress.now(next));
  }

  /** Asked on which day a meeting could be; not asked any more where that is none. */
  MeetingItem asking(@Nullable DateQuestion question) {
    DateQuestion before = dates();
    return question != null && before != null && isAskedFor(question.meetingId())
        ? withDates(question.after(before))
        : withDates(question);
  }

  /** An answer to a question that stands no longer changes nothing. */
  MeetingItem datesAnswered(MeetingId meeting, AgencyId agency, List<DateReply> replies) {
    DateQuestion asked = dates();
    return asked != null && isAskedFor(meeting) ? withDates(asked.answered(agency, replies)) : this;
  }

  private MeetingItem withDates(@Nullable DateQuestion question) {
    return with(notice, progress.asking(question));
  }

  /** Whether it is asked on which day this meeting could be. */
  public boolean isAskedFor(MeetingId meeting) {
    DateQuestion asked = dates();
    return asked != null && asked.meetingId().equals(meeting);
  }

  MeetingItem seenBy(Withholding withholding) {
    DateQuestion asked = dates();
    return new MeetingItem(
        requestId,
        wish,
        due,
        request.seenBy(withholding),
        route,
        notice.seenBy(withholding),
        progress.asking(asked == null ? null : asked.seenBy(withholding)));
  }

  /**
   * As an invited agency may see it: who else is invited stood in the notice, how the others answer
   * did not.
   */
  public MeetingItem asToldTo(AgencyId agency) {
    DateQuestion asked = dates();
    return new MeetingItem(
        requestId,
        wish,
        due,
        request.with(notice.invited()),
        route,
        notice.asToldTo(agency),
        progress.asking(
            asked == null || !asked.asked().contains(agency) ? null : asked.asToldTo(agency)));
  }

  /** Whether nobody has screened it yet (スクリーニング前). */
  public boolean waitsForScreening() {
    return stage() == ItemStage.OPEN && route == null;
  }

  /** Whether it stands on the published agenda of this meeting, or stood there when it was held. */
  public boolean isAt(MeetingId meeting) {
    return notice.isAt(meeting);
  }

  private MeetingItem with(ItemNotice newNotice, ItemProgress newProgress) {
    return new MeetingItem(requestId, wish, due, request, route, newNotice, newProgress);
  }

  /** An agency's answer to the notice. */
  public record Attendance(AgencyId agency, AttendanceAnswer answer) {}

  /** Where the item stands. */
  public enum ItemStage {
    OPEN,
    HELD,
    DECIDED,
    WITHDRAWN
  }

  /** See {@link MeetingWish}. */
  public ConferenceKind conference() {
    return wish.conference();
  }

  /** See {@link MeetingWish}. */
  public MeetingPurpose purpose() {
    return wish.purpose();
  }

  /** See {@link ItemRequest}. */
  public AgencyId requestedBy() {
    return request.requestedBy();
  }

  /** On a published agenda; none before, and none after it was taken off. */
  public @Nullable MeetingPlace place() {
    return notice.place();
  }

  /** See {@link ItemProgress}. */
  public ItemStage stage() {
    return progress.stage();
  }

  /** On which day a meeting could be, while that is asked; none otherwise. */
  public @Nullable DateQuestion dates() {
    return progress.dates();
  }
}
