package jp.tsunagu.connector.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.connector.form.Choice;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.MeetingNotice;
import jp.tsunagu.connector.record.MeetingRecords;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes commands about meetings of what was filled in. */
@Component
class MeetingForms {

  private static final int USUAL_MINUTES = 60;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 240;
  private static final int MOST_PERSONS = 30;

  /** Stands where a meeting should be, in a form that is refused. */
  private static final MeetingId NO_MEETING = new MeetingId("none.0000-00-00");

  private final MeetingRecords records;

  MeetingForms(MeetingRecords records) {
    this.records = records;
  }

  Wish request(FormContext on) {
    Fields fields = on.fields();
    MeetingRequestId requestId = on.tools().draft().newMeetingRequest();
    on.made("requestId", requestId);
    ConferenceKind conference = fields.requiredChoice("conference", Choice.CONFERENCE);
    Integer minutes = fields.number("minutes", SHORTEST, LONGEST);
    return Wish.of(
        new RequestMeeting(
            on.header(),
            requestId,
            conference,
            fields.requiredChoice("purpose", Choice.MEETING_PURPOSE),
            minutes == null ? USUAL_MINUTES : minutes,
            fields.yes("urgent", false),
            body(on, conference),
            fields.date("notBefore"),
            persons(fields),
            on.agencies().all(fields, "involved")));
  }

  private static Set<PersonRef> persons(Fields fields) {
    Set<Integer> numbers = fields.numbers("persons", 1, MOST_PERSONS);
    if (numbers.isEmpty() && !fields.has("persons")) {
      fields.problem("persons", "対象の世帯員の記入がありません。", "[1, 2] のように番号を書いてください。");
    }
    return numbers.stream().map(PersonRef::new).collect(Collectors.toUnmodifiableSet());
  }

  /** A body by its id or name, of the kind of conference that is asked for. */
  private static @Nullable BodyId body(FormContext on, ConferenceKind conference) {
    String text = on.fields().text("body", 200);
    List<MeetingBody> bodies =
        on.agencies().directory().meetingBodies().stream()
            .filter(body -> body.conference() == conference)
            .toList();
    if (text == null) {
      return null;
    }
    Optional<BodyId> named =
        bodies.stream()
            .filter(body -> body.bodyId().value().equals(text) || body.name().equals(text))
            .map(MeetingBody::bodyId)
            .findFirst();
    if (named.isEmpty()) {
      String known =
          String.join(
              "、", bodies.stream().map(body -> body.name() + "(" + body.bodyId() + ")").toList());
      on.fields()
          .problem("body", conference.label() + "にその会議体はありません。", "空欄にするか、次から選んでください: " + known);
    }
    return named.orElse(null);
  }

  Wish withdraw(FormContext on, MeetingRequestId requestId) {
    return Wish.of(new WithdrawMeetingRequest(on.header(), requestId));
  }

  Wish answer(FormContext on, MeetingRequestId requestId) {
    Optional<MeetingNotice> notice = records.standing(on.agency(), requestId);
    MeetingId meetingId = meeting(on, notice, _ -> true);
    AttendanceAnswer answer = on.fields().requiredChoice("answer", Choice.ATTENDANCE);
    List<Reason> reasons =
        on.agencies()
            .directory()
            .meetingSettings()
            .map(MeetingSettings::absenceReasons)
            .orElse(List.of());
    String reason = on.agencies().reason(on.fields(), "reason", reasons);
    boolean planConference =
        notice.filter(n -> n.conference() == ConferenceKind.PLAN_CONFERENCE).isPresent();
    if (answer == AttendanceAnswer.ABSENT && planConference && !on.fields().has("reason")) {
      on.fields().problem("reason", "重層的支援会議の欠席には理由が必要です。", "理由コードを選ぶか、代理出席か意見書提出にしてください。");
    }
    return Wish.of(new AnswerAttendance(on.header(), requestId, meetingId, answer, reason));
  }

  Wish report(FormContext on, MeetingRequestId requestId) {
    Optional<MeetingNotice> notice = records.standing(on.agency(), requestId);
    return Wish.of(
        new FileMeetingReport(
            on.header(), requestId, meeting(on, notice, MeetingForms::hasTakenPlace)));
  }

  private static boolean hasTakenPlace(MeetingNotice notice) {
    return !(notice.standing() instanceof MeetingNotice.Standing.Announced);
  }

  /** The meeting that is named, else the one of the notice that stands. */
  private static MeetingId meeting(
      FormContext on, Optional<MeetingNotice> notice, Predicate<MeetingNotice> usable) {
    MeetingId named = on.fields().id("meetingId", MeetingId::isValid, MeetingId::new);
    if (named != null || on.fields().has("meetingId")) {
      return named == null ? NO_MEETING : named;
    }
    Optional<MeetingId> usual = notice.filter(usable).map(MeetingNotice::meetingId);
    if (usual.isEmpty()) {
      on.fields().problem("meetingId", "この議題の会議が分かりません。", "開催通知にある会議番号を書いてください。");
    }
    return usual.orElse(NO_MEETING);
  }
}
