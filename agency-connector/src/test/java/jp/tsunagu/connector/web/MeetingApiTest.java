package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestNetwork.DESK;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.BodyCharge;
import jp.tsunagu.contract.directory.BodyDays;
import jp.tsunagu.contract.directory.BodyDeadlines;
import jp.tsunagu.contract.directory.BodyPlace;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.AskedAgencies;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AttendanceAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingNoticeCancelled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.ProposedDays;
import jp.tsunagu.contract.lifecycle.SessionKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class MeetingApiTest {
  private static final LocalDate DAY = LocalDate.of(2099, 10, 13);
  private static final BodyId SUPPORT = new BodyId("shien-kaigi");
  private static final BodyId PLANS = new BodyId("juso-kaigi");

  @TempDir static Path directory;
  private static TestApi api;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    api.network().publish(body(SUPPORT, "支援会議", ConferenceKind.SUPPORT_CONFERENCE, 14));
    api.network().publish(body(PLANS, "重層的支援会議", ConferenceKind.PLAN_CONFERENCE, null));
    api.network()
        .publish(
            new MeetingSettings(
                List.of(new Reason("OTHER_DUTY", "他の会議・公務", false)),
                List.of(),
                List.of(new Reason("WATCH", "見守り", false)),
                List.of()));
    await()
        .atMost(SOON)
        .until(
            () ->
                api.get(HIGASHI, "/directory")
                        .json()
                        .path("lists")
                        .path("meetings")
                        .path("roles")
                        .size()
                    > 0);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void a_meeting_is_asked_for_in_the_words_of_the_form_and_taken_back() {
    CaseId caseId = ownCase();
    Reply asked =
        api.post(
            HIGASHI,
            requests(caseId),
            """
            {"conference": "支援会議", "purpose": "新規", "persons": [1, 2], "body": "支援会議",
             "notBefore": "令和13年10月1日", "involved": ["shakyo"], "urgent": true,
             "occurredAt": "2026-09-08T16:40:00+09:00"}
            """);
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    String requestId = asked.json().path("requestId").asString();
    RequestMeeting command = newest(HIGASHI, caseId, RequestMeeting.class);
    assertThat(command.requestId()).isEqualTo(MeetingRequestId.of(requestId));
    assertThat(command.wish().conference()).isEqualTo(ConferenceKind.SUPPORT_CONFERENCE);
    assertThat(command.wish().minutes()).isEqualTo(60);
    assertThat(command.wish().body()).isEqualTo(SUPPORT);
    assertThat(command.wish().notBefore()).isEqualTo(LocalDate.of(2031, 10, 1));
    assertThat(command.persons()).containsExactlyInAnyOrder(new PersonRef(1), new PersonRef(2));
    assertThat(command.involved()).containsExactly(SHAKYO);

    Reply back = api.post(HIGASHI, requests(caseId) + "/" + requestId + "/withdraw", "{}");
    assertThat(back.status()).isEqualTo(202);
    assertThat(newest(HIGASHI, caseId, WithdrawMeetingRequest.class).requestId())
        .isEqualTo(command.requestId());
  }

  @Test
  void what_is_missing_or_wrong_is_told_with_the_names_of_the_fields() {
    CaseId caseId = ownCase();
    Reply wrong =
        api.post(
            HIGASHI,
            requests(caseId),
            """
            {"conference": "重層的支援会議", "purpose": "相談", "minutes": 500, "body": "支援会議",
             "involved": ["nowhere"]}
            """);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("purpose", "minutes", "body", "persons", "involved[0]");
    assertThat(wrong.body()).contains("重層的支援会議(juso-kaigi)");
    assertThat(api.post(SHAKYO, requests(Samples.caseId()), "{}").status()).isEqualTo(404);
    assertThat(api.post(HIGASHI, requests(caseId) + "/x/attendance", "{}").status()).isEqualTo(404);
  }

  @Test
  void a_notice_appears_with_its_task_and_is_answered() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = requestId();
    deliver(SHAKYO, caseId, published(caseId, 5, request, SUPPORT, DESK));
    JsonNode notice = notice(SHAKYO, caseId);
    String number = TestNetwork.numberOf(caseId).value();
    assertThat(notice.path("caseNumber").asString()).isEqualTo(number);
    assertThat(api.get(SHAKYO, "/tasks").body()).contains("\"caseNumber\":\"" + number + "\"");
    assertThat(api.get(SHAKYO, "/meetings?caseId=R8" + number.substring(3)).body())
        .isEqualTo(api.get(SHAKYO, "/meetings?caseId=" + caseId).body());
    assertThat(notice.path("bodyName").asString()).isEqualTo("支援会議");
    assertThat(notice.path("conference").path("label").asString()).isEqualTo("支援会議");
    assertThat(notice.path("purpose").path("label").asString()).isEqualTo("新規");
    assertThat(notice.path("session").path("label").asString()).isEqualTo("定例");
    assertThat(notice.path("date").asString()).isEqualTo("2099-10-13");
    assertThat(notice.path("begins").asString()).isEqualTo("15:00");
    assertThat(notice.path("ends").asString()).isEqualTo("16:00");
    assertThat(notice.path("room").asString()).isEqualTo("第1会議室");
    assertThat(notice.path("organiser").path("id").asString()).isEqualTo("desk");
    assertThat(notice.path("answerNeeded").asBoolean()).isTrue();
    assertThat(tasks(SHAKYO, caseId)).containsExactly("ANSWER_ATTENDANCE");

    Reply answered = answer(SHAKYO, caseId, request, "{\"answer\": \"出席\"}");
    assertThat(answered.status()).as(answered.body()).isEqualTo(202);
    AnswerAttendance command = newest(SHAKYO, caseId, AnswerAttendance.class);
    assertThat(command.meetingId()).isEqualTo(meeting(SUPPORT));
    assertThat(command.answer()).isEqualTo(AttendanceAnswer.ATTENDS);

    deliver(SHAKYO, caseId, answered(caseId, 6, request, SUPPORT, AttendanceAnswer.ATTENDS));
    await().atMost(SOON).until(() -> tasks(SHAKYO, caseId).isEmpty());
    assertThat(notice(SHAKYO, caseId).path("answer").path("answer").path("label").asString())
        .isEqualTo("出席");
    assertThat(api.get(SHAKYO, "/meetings?from=2099-10-13").body()).contains(request.toString());
    assertThat(api.get(SHAKYO, "/meetings?from=2099-10-14").body())
        .doesNotContain(request.toString());
    assertThat(api.get(HIGASHI, "/meetings?from=2099-10-13").body())
        .doesNotContain(request.toString());
  }

  @Test
  void days_of_a_meeting_are_asked_for_answered_again_and_end_with_the_notice() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = requestId();
    Instant one = inAMonth();
    Instant other = one.plus(2, ChronoUnit.DAYS);
    deliver(SHAKYO, caseId, asked(caseId, 5, request, List.of(one, other)));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(tasks(SHAKYO, caseId)).containsExactly("ANSWER_DATES"));
    JsonNode question = question(SHAKYO, request);
    assertThat(question.path("answerNeeded").asBoolean()).isTrue();
    assertThat(question.path("bodyName").asString()).isEqualTo("支援会議");
    assertThat(question.path("candidates")).hasSize(2);
    assertThat(api.get(HIGASHI, "/meetings/dates").body()).doesNotContain(request.toString());

    String path = requests(caseId) + "/" + request + "/dates";
    Reply half = api.post(SHAKYO, path, replies("○", one));
    assertThat(half.status()).isEqualTo(400);
    assertThat(half.json().path("errors").findValuesAsString("field")).containsExactly("replies");
    Reply whole = api.post(SHAKYO, path, replies("MAYBE", one, other));
    assertThat(whole.status()).as(whole.body()).isEqualTo(202);
    AnswerDates command = newest(SHAKYO, caseId, AnswerDates.class);
    assertThat(command.meetingId()).isEqualTo(meeting(SUPPORT));
    assertThat(command.replies())
        .containsExactly(
            new DateReply(one, DateAnswer.MAYBE), new DateReply(other, DateAnswer.MAYBE));

    deliver(
        SHAKYO,
        caseId,
        new DatesAnswered(
            TestNetwork.header(caseId, 6, SHAKYO),
            request,
            meeting(SUPPORT),
            SHAKYO,
            command.replies()));
    await().atMost(SOON).until(() -> tasks(SHAKYO, caseId).isEmpty());
    assertThat(question(SHAKYO, request).path("answers").toString()).contains("MAYBE");
    deliver(SHAKYO, caseId, asked(caseId, 7, request, List.of(one)));
    deliver(SHAKYO, caseId, asked(caseId, 8, request, List.of(one, other)));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(tasks(SHAKYO, caseId)).containsExactly("ANSWER_DATES"));
    deliver(SHAKYO, caseId, published(caseId, 9, request, SUPPORT, DESK));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(tasks(SHAKYO, caseId)).containsExactly("ANSWER_ATTENDANCE"));
    assertThat(api.get(SHAKYO, "/meetings/dates").body()).doesNotContain(request.toString());
    assertThat(api.post(SHAKYO, path, replies("YES", one, other)).status()).isEqualTo(400);
  }

  @Test
  void whoever_is_asked_no_longer_has_no_question_and_the_others_go_on() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = requestId();
    Instant one = inAMonth();
    for (AgencyId agency : List.of(SHAKYO, HIGASHI)) {
      deliver(agency, caseId, asked(caseId, 5, request, List.of(one)));
      deliver(
          agency,
          caseId,
          new DatesAsked(
              TestNetwork.header(caseId, 6, AgencyId.SCHEDULER),
              request,
              meeting(SUPPORT),
              ConferenceKind.SUPPORT_CONFERENCE,
              MeetingPurpose.NEW,
              DESK,
              new ProposedDays(List.of(one), 60),
              new AskedAgencies(Set.of(HIGASHI), Set.of(SHAKYO))));
    }
    await().atMost(SOON).until(() -> question(HIGASHI, request).path("asked").size() == 1);
    await().atMost(SOON).until(() -> tasks(SHAKYO, caseId).isEmpty());
    assertThat(question(SHAKYO, request).isMissingNode()).isTrue();
    assertThat(tasks(HIGASHI, caseId)).containsExactly("ANSWER_DATES");
  }

  /** What is planned lies within a few years. */
  private static Instant inAMonth() {
    return TokyoTime.at(LocalDate.now(TokyoTime.ZONE).plusDays(30), LocalTime.of(15, 0));
  }

  private static DatesAsked asked(
      CaseId caseId, long sequence, MeetingRequestId request, List<Instant> candidates) {
    return new DatesAsked(
        TestNetwork.header(caseId, sequence, AgencyId.SCHEDULER),
        request,
        meeting(SUPPORT),
        ConferenceKind.SUPPORT_CONFERENCE,
        MeetingPurpose.NEW,
        DESK,
        new ProposedDays(candidates, 60),
        new AskedAgencies(Set.of(HIGASHI, SHAKYO), Set.of()));
  }

  private static String replies(String answer, Instant... days) {
    return "{\"replies\": ["
        + Stream.of(days)
            .map(day -> "{\"startsAt\": \"" + day + "\", \"answer\": \"" + answer + "\"}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private static JsonNode question(AgencyId agency, MeetingRequestId request) {
    for (JsonNode question : api.get(agency, "/meetings/dates").json().path("dates")) {
      if (question.path("requestId").asString().equals(request.toString())) {
        return question;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void absence_from_a_plan_conference_needs_a_reason_of_the_citys_list() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = requestId();
    deliver(SHAKYO, caseId, published(caseId, 5, request, PLANS, DESK));
    notice(SHAKYO, caseId);
    Reply missing = answer(SHAKYO, caseId, request, "{\"answer\": \"欠席\"}");
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().path("errors").findValuesAsString("field")).containsExactly("reason");
    assertThat(
            answer(SHAKYO, caseId, request, "{\"answer\": \"欠席\", \"reason\": \"忙しい\"}").status())
        .isEqualTo(400);
    assertThat(answer(SHAKYO, caseId, request, "{\"answer\": \"意見書提出\"}").status()).isEqualTo(202);
    Reply absent = answer(SHAKYO, caseId, request, "{\"answer\": \"欠席\", \"reason\": \"他の会議・公務\"}");
    assertThat(absent.status()).isEqualTo(202);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(newest(SHAKYO, caseId, AnswerAttendance.class).reason())
                    .isEqualTo("OTHER_DUTY"));
  }

  @Test
  void a_notice_that_moves_or_ends_is_marked_and_asks_for_nothing_more() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = requestId();
    deliver(SHAKYO, caseId, published(caseId, 5, request, SUPPORT, DESK));
    deliver(
        SHAKYO,
        caseId,
        new MeetingNoticeCancelled(
            TestNetwork.header(caseId, 6, AgencyId.SCHEDULER),
            request,
            meeting(SUPPORT),
            NoticeEnd.CONSENT_COMPLETE,
            Set.of(SHAKYO)));
    deliver(SHAKYO, caseId, published(caseId, 7, request, PLANS, SHAKYO));
    await().atMost(SOON).until(() -> notices(SHAKYO, caseId).size() == 2);
    JsonNode cancelled = notices(SHAKYO, caseId, "shien-kaigi");
    assertThat(cancelled.path("standing").path("state").path("label").asString()).isEqualTo("取消");
    assertThat(cancelled.path("standing").path("because").path("label").asString())
        .isEqualTo("同意がそろい会議区分が変わったため");
    JsonNode own = notices(SHAKYO, caseId, "juso-kaigi");
    assertThat(own.path("standing").path("state").path("code").asString()).isEqualTo("ANNOUNCED");
    assertThat(own.path("answerNeeded").asBoolean()).isFalse();
    assertThat(tasks(SHAKYO, caseId)).isEmpty();
  }

  @Test
  void whoever_asked_is_reminded_of_the_report_until_it_is_filed() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = requestId();
    deliver(HIGASHI, caseId, requested(caseId, request));
    deliver(HIGASHI, caseId, published(caseId, 5, request, SUPPORT, DESK));
    deliver(HIGASHI, caseId, held(caseId, 6, request));
    deliver(HIGASHI, caseId, decided(caseId, 7, request));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(tasks(HIGASHI, caseId)).containsExactly("FILE_MEETING_REPORT"));
    JsonNode notice = notice(HIGASHI, caseId);
    assertThat(notice.path("reportDueOn").asString()).isEqualTo("2099-10-27");
    assertThat(notice.path("standing").path("state").path("label").asString()).isEqualTo("決定済み");
    assertThat(notice.path("standing").path("roles").get(0).path("label").asString())
        .isEqualTo("見守り");

    Reply filed = api.post(HIGASHI, requests(caseId) + "/" + request + "/reports", "{}");
    assertThat(filed.status()).as(filed.body()).isEqualTo(202);
    assertThat(newest(HIGASHI, caseId, FileMeetingReport.class).meetingId())
        .isEqualTo(meeting(SUPPORT));
    deliver(
        HIGASHI,
        caseId,
        new MeetingReportFiled(TestNetwork.header(caseId, 8, HIGASHI), request, meeting(SUPPORT)));
    await().atMost(SOON).until(() -> tasks(HIGASHI, caseId).isEmpty());
    assertThat(notice(HIGASHI, caseId).path("reportFiledAt").isString()).isTrue();
  }

  private static MeetingBody body(
      BodyId id, String name, ConferenceKind conference, @Nullable Integer reportDueDays) {
    return new MeetingBody(
        id,
        name,
        new BodyCharge(conference, MeetingModel.FIXED_CALENDAR, Set.of(), false, false),
        DESK,
        new BodyDays("FREQ=MONTHLY;BYDAY=2TU", ClosedDayRule.NEXT_OPEN_DAY, LocalTime.of(15, 0)),
        new BodyPlace(135, "第1会議室", null),
        new BodyDeadlines(null, 14, reportDueDays, null),
        Set.of());
  }

  private static MeetingId meeting(BodyId body) {
    return new MeetingId(body + "." + DAY);
  }

  private static MeetingRequestId requestId() {
    return new MeetingRequestId(UUID.randomUUID());
  }

  private static MeetingRequested requested(CaseId caseId, MeetingRequestId request) {
    return new MeetingRequested(
        TestNetwork.header(caseId, 4, HIGASHI),
        request,
        new MeetingWish(
            ConferenceKind.SUPPORT_CONFERENCE, MeetingPurpose.NEW, 60, false, null, null),
        Set.of(new PersonRef(1)),
        HIGASHI,
        Set.of());
  }

  private static AgendaPublished published(
      CaseId caseId, long sequence, MeetingRequestId request, BodyId body, AgencyId organiser) {
    Instant starts = TokyoTime.at(DAY, LocalTime.of(15, 0));
    return new AgendaPublished(
        TestNetwork.header(caseId, sequence, AgencyId.SCHEDULER),
        request,
        body.equals(SUPPORT) ? ConferenceKind.SUPPORT_CONFERENCE : ConferenceKind.PLAN_CONFERENCE,
        MeetingPurpose.NEW,
        new MeetingPlace(
            meeting(body),
            1,
            starts,
            60,
            organiser,
            SessionKind.REGULAR,
            starts.minus(5, ChronoUnit.DAYS)),
        Set.of(HIGASHI, SHAKYO));
  }

  private static AttendanceAnswered answered(
      CaseId caseId,
      long sequence,
      MeetingRequestId request,
      BodyId body,
      AttendanceAnswer answer) {
    return new AttendanceAnswered(
        TestNetwork.header(caseId, sequence, SHAKYO), request, meeting(body), SHAKYO, answer, null);
  }

  private static MeetingHeld held(CaseId caseId, long sequence, MeetingRequestId request) {
    return new MeetingHeld(
        TestNetwork.header(caseId, sequence, AgencyId.SCHEDULER),
        request,
        meeting(SUPPORT),
        ConferenceKind.SUPPORT_CONFERENCE,
        TokyoTime.at(DAY, LocalTime.of(15, 0)),
        SessionKind.REGULAR,
        Set.of(HIGASHI));
  }

  private static ItemDecided decided(CaseId caseId, long sequence, MeetingRequestId request) {
    return new ItemDecided(
        TestNetwork.header(caseId, sequence, AgencyId.SCHEDULER),
        request,
        meeting(SUPPORT),
        ItemOutcome.SUPPORT_POLICY_SET,
        new Agreed(
            List.of(new AgencyRole(HIGASHI, "WATCH"), new AgencyRole(SHAKYO, "OTHER")), List.of()));
  }

  private static CaseId ownCase() {
    Reply received =
        api.post(
            HIGASHI,
            "/consultations",
            """
            {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
            """);
    return CaseId.of(received.json().path("caseId").asString());
  }

  private static String requests(CaseId caseId) {
    return "/cases/" + caseId + "/meeting-requests";
  }

  private static Reply answer(
      AgencyId agency, CaseId caseId, MeetingRequestId request, String body) {
    return api.post(agency, requests(caseId) + "/" + request + "/attendance", body);
  }

  private static void deliver(AgencyId agency, CaseId caseId, Record event) {
    api.network().deliver(agency, caseId, event);
  }

  private static <T> T newest(AgencyId agency, CaseId caseId, Class<T> type) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                api.commands(agency, caseId).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList(),
            found -> !found.isEmpty())
        .getLast();
  }

  private static JsonNode notice(AgencyId agency, CaseId caseId) {
    return await()
        .atMost(SOON)
        .until(() -> notices(agency, caseId), found -> found.size() == 1)
        .get(0);
  }

  private static JsonNode notices(AgencyId agency, CaseId caseId) {
    return api.get(agency, "/meetings?caseId=" + caseId).json().path("meetings");
  }

  private static JsonNode notices(AgencyId agency, CaseId caseId, String body) {
    for (JsonNode notice : notices(agency, caseId)) {
      if (notice.path("body").asString().equals(body)) {
        return notice;
      }
    }
    throw new AssertionError("no notice of " + body);
  }

  private static List<String> tasks(AgencyId agency, CaseId caseId) {
    return api.get(agency, "/tasks")
        .json()
        .path("tasks")
        .valueStream()
        .filter(task -> task.path("caseId").asString().equals(caseId.toString()))
        .map(task -> task.path("kind").path("code").asString())
        .toList();
  }
}
