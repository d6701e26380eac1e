package jp.tsunagu.connector.command;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.AskedDates;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.wording.Coded;
import org.jspecify.annotations.Nullable;

/** What an agency asks of 支援会議 and 重層的支援会議, and how it answers their notices. */
final class MeetingForms {

  private static final int USUAL_MINUTES = 60;
  private static final int MOST_CANDIDATES = 100;

  private static final FormField<ConferenceKind> CONFERENCE =
      FormField.oneOf("conference", "会議区分", Choice.CONFERENCE).must();
  private static final FormField<MeetingPurpose> PURPOSE =
      FormField.oneOf("purpose", "目的", Choice.MEETING_PURPOSE).must();
  private static final FormField<Set<PersonRef>> PERSONS =
      FormField.persons("persons", "対象の世帯員").must().hint("[1, 2] のように番号を書いてください。");
  private static final FormField<Integer> MINUTES =
      FormField.whole("minutes", "希望する時間(分)", 5, 240).hint("記入がなければ60分です。");
  private static final FormField<Boolean> URGENT = FormField.yesNo("urgent", "緊急");
  private static final FormField<String> BODY =
      FormField.listed("body", "会議体", MeetingForms::bodies).hint("空欄なら区分に合う会議体です。");
  private static final FormField<LocalDate> NOT_BEFORE =
      FormField.day("notBefore", "この日より前にはしない", Plausible.PLANNED);
  private static final FormField<Set<AgencyId>> INVOLVED = FormField.agencies("involved", "招く機関");
  private static final FormField<MeetingId> MEETING =
      FormField.meeting("meetingId", "会議番号").hint("書かなければ、届いている開催通知の会議についてです。");
  private static final FormField<AttendanceAnswer> ANSWER =
      FormField.oneOf("answer", "出欠", Choice.ATTENDANCE).must();
  private static final FormField<String> WHY_ABSENT =
      FormField.reason(
              "reason",
              "理由",
              directory ->
                  directory
                      .meetingSettings()
                      .map(MeetingSettings::absenceReasons)
                      .orElse(List.of()))
          .hint("重層的支援会議の欠席には理由が要ります。");

  private static final FormField<Instant> CANDIDATE =
      FormField.moment("startsAt", "候補日時", Plausible.PLANNED).must();
  private static final FormField<DateAnswer> COULD_COME =
      FormField.oneOf("answer", "都合", Choice.DATE_ANSWER).must();
  private static final FormField<List<Filled>> REPLIES =
      FormField.rows(
              "replies", Form.of("date-reply", "候補日", COULD_COME, CANDIDATE), MOST_CANDIDATES)
          .must()
          .hint("尋ねられた候補日のすべてに、一つずつ答えてください。");

  static final List<CommandForm> ALL =
      List.of(
          CommandForm.onCase(
                  Group.MEETING,
                  "request-meeting",
                  "会議を相談する・申し出る",
                  "/meeting-requests",
                  MeetingForms::request)
              .asking(CONFERENCE, PURPOSE, PERSONS, MINUTES, URGENT, BODY, NOT_BEFORE, INVOLVED)
              .checked(MeetingForms::checkBody)
              .saying("requestId を返します。"),
          onRequest(
                  "withdraw-meeting-request",
                  "会議の相談を取り下げる",
                  "withdraw",
                  on -> Wish.of(new WithdrawMeetingRequest(on.header(), requestId(on))))
              .saying("相談した機関か調整窓口が取り下げます。"),
          onRequest("attendance", "開催通知に出欠を答える", "attendance", MeetingForms::answer)
              .asking(ANSWER, WHY_ABSENT, MEETING)
              .saying("紙・電話で参加する機関の分は onBehalfOf に機関を書いて代わりに入力します。"),
          onRequest("dates", "日程調整に答える", "dates", MeetingForms::dates)
              .asking(REPLIES, MEETING)
              .saying(
                  "○(YES)・△(MAYBE)・×(NO) で答えます。日が決まるまで、何度でも答え直せます。"
                      + "紙・電話で参加する機関の分は onBehalfOf に機関を書いて代わりに入力します。"),
          onRequest("meeting-report", "会議の報告書の提出を記録する", "reports", MeetingForms::report)
              .asking(MEETING)
              .saying("文章は送りません。様式として書いた報告書は、書いたときに提出されます。"));

  private MeetingForms() {}

  static CommandForm onRequest(String name, String title, String path, Maker make) {
    return CommandForm.of(
        Group.MEETING,
        name,
        title,
        "/cases/{caseId}/meeting-requests/{requestId}/" + path,
        List.of(Targets.CASE, Targets.MEETING_REQUEST),
        make);
  }

  static MeetingRequestId requestId(Making on) {
    MeetingRequestId id = new MeetingRequestId(on.target(Targets.MEETING_REQUEST));
    on.made("requestId", id);
    return id;
  }

  private static Wish request(Making on) {
    MeetingRequestId requestId = on.tools().draft().newMeetingRequest();
    on.made("requestId", requestId);
    return Wish.of(
        new RequestMeeting(
            on.header(),
            requestId,
            new MeetingWish(
                on.must(CONFERENCE),
                on.must(PURPOSE),
                on.filled().or(MINUTES, USUAL_MINUTES),
                on.filled().or(URGENT, false),
                body(on),
                on.get(NOT_BEFORE)),
            on.must(PERSONS),
            on.filled().or(INVOLVED, Set.of())));
  }

  private static List<Coded> bodies(NetworkDirectory directory) {
    return directory.meetingBodies().stream()
        .map(body -> new Coded(body.bodyId().value(), body.name()))
        .toList();
  }

  /** A body is of the kind of conference that is asked for. */
  private static void checkBody(Filled form, Checking at) {
    String named = form.get(BODY);
    ConferenceKind conference = form.get(CONFERENCE);
    List<Coded> fitting =
        at.directory().meetingBodies().stream()
            .filter(body -> body.conference() == conference)
            .map(body -> new Coded(body.bodyId().value(), body.name()))
            .toList();
    if (named != null
        && conference != null
        && fitting.stream().noneMatch(body -> body.code().equals(named))) {
      String known =
          fitting.stream().map(b -> b.label() + "(" + b.code() + ")").collect(joining("、"));
      at.problem(BODY, conference.label() + "にその会議体はありません。", "空欄にするか、次から選んでください: " + known);
    }
  }

  private static @Nullable BodyId body(Making on) {
    String named = on.get(BODY);
    return named == null ? null : new BodyId(named);
  }

  private static @Nullable Wish answer(Making on) {
    MeetingRequestId requestId = requestId(on);
    Optional<MeetingNotice> notice = on.tools().meetings().standing(on.agency(), requestId);
    AttendanceAnswer answer = on.must(ANSWER);
    boolean planConference =
        notice.filter(n -> n.item().conference() == ConferenceKind.PLAN_CONFERENCE).isPresent();
    if (answer == AttendanceAnswer.ABSENT && planConference && on.get(WHY_ABSENT) == null) {
      on.at().problem(WHY_ABSENT, "重層的支援会議の欠席には理由が必要です。", "理由コードを選ぶか、代理出席か意見書提出にしてください。");
    }
    MeetingId meeting = meeting(on, notice, _ -> true);
    return meeting == null
        ? null
        : Wish.of(
            new AnswerAttendance(on.header(), requestId, meeting, answer, on.get(WHY_ABSENT)));
  }

  private static @Nullable Wish dates(Making on) {
    MeetingRequestId requestId = requestId(on);
    Optional<AskedDates> asked = on.tools().dates().standing(on.agency(), requestId);
    List<DateReply> replies =
        on.filled().or(REPLIES, List.of()).stream()
            .map(row -> new DateReply(row.must(CANDIDATE), row.must(COULD_COME)))
            .toList();
    MeetingId named = on.get(MEETING);
    if (named == null && asked.isEmpty()) {
      on.at().problem(MEETING, "この議題の日程は、いま尋ねられていません。", "もう決まったか、取り消されました。開催通知を見てください。");
      return null;
    }
    MeetingId meeting = named == null ? asked.orElseThrow().item().meetingId() : named;
    asked
        .filter(question -> question.item().meetingId().equals(meeting))
        .ifPresent(question -> checkReplies(on, question, replies));
    return Wish.of(new AnswerDates(on.header(), requestId, meeting, replies));
  }

  /** Every candidate once, and no other day. */
  private static void checkReplies(Making on, AskedDates asked, List<DateReply> replies) {
    List<Instant> replied = replies.stream().map(DateReply::startsAt).sorted().toList();
    List<Instant> wanted = asked.candidates().stream().sorted().toList();
    if (!replied.equals(wanted)) {
      on.at()
          .problem(
              REPLIES,
              "候補日のすべてに一つずつ答えてください。",
              "候補日は " + wanted.stream().map(TokyoTime::written).collect(joining("、")) + " です。");
    }
  }

  private static @Nullable Wish report(Making on) {
    MeetingRequestId requestId = requestId(on);
    Optional<MeetingNotice> notice = on.tools().meetings().standing(on.agency(), requestId);
    MeetingId meeting = meeting(on, notice, MeetingForms::hasTakenPlace);
    return meeting == null ? null : Wish.of(new FileMeetingReport(on.header(), requestId, meeting));
  }

  private static boolean hasTakenPlace(MeetingNotice notice) {
    return !(notice.standing() instanceof MeetingNotice.Standing.Announced);
  }

  /** The meeting that is named, else the one of the notice that stands; noted if there is none. */
  private static @Nullable MeetingId meeting(
      Making on, Optional<MeetingNotice> notice, Predicate<MeetingNotice> usable) {
    MeetingId named = on.get(MEETING);
    if (named != null) {
      return named;
    }
    Optional<MeetingId> usual = notice.filter(usable).map(one -> one.item().meetingId());
    if (usual.isEmpty()) {
      on.at().problem(MEETING, "この議題の会議が分かりません。", "開催通知にある会議番号を書いてください。");
    }
    return usual.orElse(null);
  }
}
