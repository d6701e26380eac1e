package jp.tsunagu.connector.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingNotice.Answered;
import jp.tsunagu.connector.record.MeetingNotice.Standing;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.ItemStanding;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * A notice of a meeting as an agency's system is told of it; days and times of day are Asia/Tokyo.
 */
public record MeetingView(
    @Flat ItemView item,
    @Flat SlotView slot,
    AgencyId organiser,
    @Flat InvitationView invitation,
    @Flat AnswersView answers,
    StandingView standing,
    @Flat ReportView report) {

  /**
   * When and where the item is dealt with.
   *
   * @param begins time of day such as {@code 15:00}; the item ends at {@code ends}
   * @param room none where the body has no room of its own
   */
  public record SlotView(
      SessionKind session,
      LocalDate date,
      String begins,
      String ends,
      Instant startsAt,
      int minutes,
      @Nullable String room) {

    private static SlotView of(MeetingNotice.Slot slot, @Nullable String room) {
      return new SlotView(
          slot.session(),
          TokyoTime.dateOf(slot.startsAt()),
          timeOf(slot.startsAt()),
          timeOf(slot.startsAt().plusSeconds(60L * slot.minutes())),
          slot.startsAt(),
          slot.minutes(),
          room);
    }
  }

  /**
   * Who is invited by which revision of the agenda.
   *
   * @param invited whether this agency is
   */
  public record InvitationView(int revision, boolean invited, Set<AgencyId> invitedAgencies) {}

  /**
   * Who comes (出欠).
   *
   * @param answerNeeded whether this agency has still to answer
   * @param answer this agency's own answer
   */
  public record AnswersView(
      boolean answerNeeded,
      @Nullable Instant answerBy,
      @Nullable AnswerView answer,
      List<AnswerView> answers) {

    private static AnswersView of(MeetingNotice notice, AgencyId own, NetworkDirectory directory) {
      return new AnswersView(
          notice.awaits(own),
          notice.answerBy().orElse(null),
          notice.answerOf(own).map(one -> view(one, directory)).orElse(null),
          notice.answers().stream().map(one -> view(one, directory)).toList());
    }
  }

  /**
   * The report (報告書) about it.
   *
   * @param reportDueOn until when it is due; none where the city asks for none
   */
  public record ReportView(@Nullable LocalDate reportDueOn, @Nullable Instant reportFiledAt) {}

  /** An answer (出欠). */
  public record AnswerView(
      AgencyId agency, AttendanceAnswer answer, @Nullable Coded reason, Instant answeredAt) {}

  /**
   * What became of it.
   *
   * @param because why it was cancelled or carried over
   * @param roles of this agency
   */
  public record StandingView(
      ItemStanding state,
      @Nullable Coded because,
      @Nullable Instant heldAt,
      @Nullable ItemOutcome outcome,
      List<Coded> roles,
      boolean lead,
      @Nullable LocalDate monitoredUntil) {}

  /** The view of a notice for this agency. */
  public static MeetingView of(MeetingNotice notice, AgencyId own, NetworkDirectory directory) {
    Optional<MeetingBody> body = directory.meetingBody(notice.item().meetingId().body());
    return new MeetingView(
        ItemView.of(notice.item(), directory),
        SlotView.of(notice.slot(), body.map(one -> one.place().room()).orElse(null)),
        notice.item().organiser(),
        new InvitationView(
            notice.slot().revision(), notice.invited().contains(own), notice.invited()),
        AnswersView.of(notice, own, directory),
        view(notice.standing(), directory),
        new ReportView(
            body.map(one -> one.deadlines().reportDueDays())
                .flatMap(days -> due(notice, days))
                .orElse(null),
            notice.reportFiledAt().orElse(null)));
  }

  private static String timeOf(Instant moment) {
    return moment.atZone(TokyoTime.ZONE).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static AnswerView view(Answered answered, NetworkDirectory directory) {
    String reason = answered.reason().orElse(null);
    return new AnswerView(
        answered.agency(),
        answered.answer(),
        reason == null
            ? null
            : new Coded(reason, directory.labelOf(reason, CodeList.ABSENCE_REASONS)),
        answered.at());
  }

  private static StandingView view(Standing standing, NetworkDirectory directory) {
    return switch (standing) {
      case Standing.Announced() -> plain(ItemStanding.ANNOUNCED, null, null);
      case Standing.Cancelled(var why) -> plain(ItemStanding.CANCELLED, Coded.of(why), null);
      case Standing.Carried(var why) -> plain(ItemStanding.CARRIED, Coded.of(why), null);
      case Standing.Held(Instant at) -> plain(ItemStanding.HELD, null, at);
      case Standing.Decided(var at, var outcome, var roles, var lead, var until) ->
          new StandingView(
              ItemStanding.DECIDED,
              null,
              at,
              outcome,
              roles.stream()
                  .map(role -> new Coded(role, directory.labelOf(role, CodeList.ROLES)))
                  .toList(),
              lead,
              until.orElse(null));
    };
  }

  private static StandingView plain(
      ItemStanding standing, @Nullable Coded because, @Nullable Instant heldAt) {
    return new StandingView(standing, because, heldAt, null, List.of(), false, null);
  }

  private static Optional<LocalDate> due(MeetingNotice notice, int days) {
    return switch (notice.standing()) {
      case Standing.Held(Instant at) -> Optional.of(TokyoTime.dateOf(at).plusDays(days));
      case Standing.Decided decided ->
          Optional.of(TokyoTime.dateOf(decided.heldAt()).plusDays(days));
      case Standing.Announced _, Standing.Cancelled _, Standing.Carried _ -> Optional.empty();
    };
  }
}
