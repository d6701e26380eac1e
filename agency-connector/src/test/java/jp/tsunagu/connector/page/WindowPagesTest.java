package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.PageClient.with;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestNetwork.DESK;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import jp.tsunagu.connector.testing.PageClient;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.AskedAgencies;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ProposedDays;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.runtime.caller.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers that are proposed, meetings, and the agency's connection, without scripts. */
class WindowPagesTest {

  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final LocalDate DAY = LocalDate.of(2099, 10, 13);
  private static final String SHEET = "/agencies/hokatsu-higashi/window/sheet";
  private static final String TOKEN = "ab".repeat(32);
  private static final Map<String, String> BEGUN =
      Map.of(
          "consultation.fields", "DISABILITY",
          "consultation.area", "east",
          "consultation.urgency", "NORMAL",
          "propose", "1");

  @TempDir static Path directory;
  private static TestApi api;
  private static PageClient pages;

  @BeforeAll
  static void start() {
    api =
        new TestApi(
            directory,
            Map.of(
                "tsunagu.callers[0].role", "agency",
                "tsunagu.callers[0].agency", "hokatsu-higashi",
                "tsunagu.callers[0].name", "包括の記録システム",
                "tsunagu.callers[0].expires", "2026-01-31",
                "tsunagu.callers[0].token-sha256", TOKEN));
    pages = new PageClient(api);
    api.network()
        .publish(
            new Agency(
                SHOGAI,
                "障害者支援センター",
                AgencyKind.DISABILITY_CONSULTATION,
                StatisticsField.DISABILITY,
                Participation.CONNECTOR,
                Set.of(new AreaId("east")),
                false,
                null));
    await().atMost(SOON).until(() -> api.get(HIGASHI, "/directory").body().contains("shogai"));
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  @Test
  void receivers_are_proposed_by_what_was_ticked_with_the_reason_and_the_deadline() {
    assertThat(pages.get(HIGASHI, SHEET).body())
        .contains("分野と圏域を選ぶと、ここに候補が出ます。", "分からない(調整窓口に任せる)", "一緒に支援する");
    String page = pages.post(HIGASHI, SHEET, BEGUN).body();
    assertThat(page)
        .containsPattern("障害者支援センター</span> *<span[^>]*>– 障害 \\+ 圏域 東 \\+ いま(開庁|閉庁) ")
        .contains("回答期限は", "それまでの閉庁日:", "ほかの機関から選ぶ");
    assertThat(offered(page, "referral.receiver")).containsExactly("shogai", "", "shakyo");

    String part = pages.post(HIGASHI, SHEET + "/receivers", BEGUN).body();
    assertThat(part).contains("障害者支援センター", "name=\"referral.receiver\"").doesNotContain("<html");
  }

  @Test
  void who_is_excluded_is_offered_nowhere_but_where_exclusions_are_named() {
    String page =
        pages
            .post(HIGASHI, SHEET, with(BEGUN, "consultation.protection.excluded", "shogai"))
            .body();
    assertThat(offered(page, "referral.receiver")).containsExactly("", "shakyo");
    assertThat(offered(page, "consents[0].recipients")).doesNotContain("shogai");
    assertThat(offered(page, "consultation.protection.named")).doesNotContain("shogai");
    assertThat(offered(page, "consultation.protection.excluded")).contains("shogai", "shakyo");
  }

  @Test
  void who_is_excluded_from_a_case_is_no_choice_in_it_either() {
    CaseId caseId = Samples.caseId();
    ReferralId leg = Samples.referralId();
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            Samples.sent(TestNetwork.header(caseId, 2, HIGASHI), leg, HIGASHI, SHAKYO));
    api.network()
        .deliver(SHAKYO, caseId, new ReferralOpened(TestNetwork.header(caseId, 3, SHAKYO), leg));
    String forward = "/agencies/shakyo/window/referrals/" + leg + "?do=forward";
    String meeting = "/agencies/shakyo/window/cases/" + caseId + "/meetings?do=request-meeting";
    await()
        .atMost(SOON)
        .until(() -> pages.get(SHAKYO, forward).body().contains("value=\"shogai\""));
    assertThat(pages.get(SHAKYO, meeting).body()).contains("value=\"shogai\"");
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new CaseProtected(
                TestNetwork.header(caseId, 4, HIGASHI),
                new Protection(Set.of(), Set.of(SHOGAI), LocalDate.of(2030, 3, 31))));
    await()
        .atMost(SOON)
        .until(() -> !pages.get(SHAKYO, forward).body().contains("value=\"shogai\""));
    assertThat(pages.get(SHAKYO, forward).body())
        .contains("value=\"hokatsu-higashi\"")
        .doesNotContain("障害者支援センター");
    assertThat(pages.get(SHAKYO, meeting).body())
        .contains("value=\"hokatsu-higashi\"")
        .doesNotContain("障害者支援センター");
  }

  @Test
  void what_no_consent_covers_is_greyed_and_told_before_it_is_sent() {
    Map<String, String> sheet =
        Map.ofEntries(
            Map.entry("consultation.fields", "DISABILITY"),
            Map.entry("consultation.area", "east"),
            Map.entry("consultation.urgency", "NORMAL"),
            Map.entry("persons[0].name", "見本 花子"),
            Map.entry("persons[0].care", "要支援2"),
            Map.entry("persons[0].basis", "CONSENT"),
            Map.entry("consents[0].person", "1"),
            Map.entry("consents[0].purpose", "COMPREHENSIVE_SUPPORT"),
            Map.entry("consents[0].scope", "IDENTITY"),
            Map.entry("consents[0].recipients", "shakyo"),
            Map.entry("consents[0].method", "WRITTEN"),
            Map.entry("consents[0].givenOn", "2026-09-03"),
            Map.entry("referral.receiver", "shakyo"));
    String page = pages.post(HIGASHI, SHEET + "/preview", sheet).body();
    assertThat(page)
        .contains("世帯員1", "同意の範囲に「介護」がありません。")
        .containsPattern("not-going\"><span>要支援2</span> \\(同意の範囲外\\)")
        .doesNotContainPattern("not-going\"><span>見本 花子");
    assertThat(
            pages
                .post(HIGASHI, SHEET + "/preview", with(sheet, "consents[0].scope", "CARE"))
                .body())
        .containsPattern("not-going\"><span>見本 花子")
        .doesNotContainPattern("not-going\"><span>要支援2");
    assertThat(
            pages
                .post(HIGASHI, SHEET + "/preview", with(sheet, "referral.receiver", "shogai"))
                .body())
        .contains("この相手への同意がありません。");
  }

  @Test
  void a_meeting_is_asked_for_and_its_notice_answered_on_pages() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = new MeetingRequestId(UUID.randomUUID());
    api.network().deliver(SHAKYO, caseId, published(caseId, request));
    String own = "/agencies/shakyo/window/";
    String ofCase = own + "cases/" + caseId + "/meetings";
    await()
        .atMost(SOON)
        .until(() -> pages.get(SHAKYO, own + "meetings").body().contains(caseId.toString()));
    assertThat(pages.get(SHAKYO, own + "meetings").body())
        .contains("● まだ答えていません", "15:00〜16:00", "支援会議 新規");
    assertThat(pages.get(SHAKYO, "/agencies/shakyo/").body()).contains(ofCase, "開催通知に出欠を答える");
    assertThat(pages.get(SHAKYO, ofCase).body())
        .contains("開催予定", "do=attendance&amp;item=" + request);
    assertThat(pages.get(SHAKYO, ofCase + "?do=attendance&item=" + request).body())
        .contains("name=\"answer\"", "出欠が会議の事務局に届きます");

    HttpResponse<String> wrong =
        pages.post(SHAKYO, ofCase + "/do/attendance", form("item", request.toString()));
    assertThat(wrong.body()).contains("か所を直してください");
    HttpResponse<String> answered =
        pages.post(
            SHAKYO,
            ofCase + "/do/attendance",
            with(form("item", request.toString()), "answer", "ATTENDS"));
    assertThat(location(answered)).contains(ofCase + "?done=");
    await().atMost(SOON).until(() -> !api.commands(SHAKYO, caseId).isEmpty());
    assertThat(api.commands(SHAKYO, caseId).getLast())
        .isInstanceOfSatisfying(
            AnswerAttendance.class,
            command -> assertThat(command.answer()).isEqualTo(AttendanceAnswer.ATTENDS));

    Map<String, String> asked =
        with(
            with(form("conference", "SUPPORT_CONFERENCE"), "purpose", MeetingPurpose.NEW.name()),
            "persons",
            "1");
    assertThat(location(pages.post(SHAKYO, ofCase + "/do/request-meeting", asked)))
        .contains(ofCase + "?done=");
    await()
        .atMost(SOON)
        .until(() -> api.commands(SHAKYO, caseId).getLast() instanceof RequestMeeting);
    String elsewhere = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/meetings";
    assertThat(pages.get(HIGASHI, elsewhere).statusCode()).isEqualTo(404);
    assertThat(pages.post(HIGASHI, elsewhere + "/do/request-meeting", asked).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_days_of_a_meeting_are_answered_in_one_row_each_and_answered_again() {
    CaseId caseId = Samples.caseId();
    MeetingRequestId request = new MeetingRequestId(UUID.randomUUID());
    Instant one = TokyoTime.at(LocalDate.now(TokyoTime.ZONE).plusDays(30), LocalTime.of(15, 0));
    Instant other = one.plus(2, ChronoUnit.DAYS);
    api.network().deliver(SHAKYO, caseId, asked(caseId, request, one, other));
    String own = "/agencies/shakyo/window/";
    String ofCase = own + "cases/" + caseId + "/meetings";
    await()
        .atMost(SOON)
        .until(() -> pages.get(SHAKYO, own + "meetings").body().contains(request.toString()));
    assertThat(pages.get(SHAKYO, own + "meetings").body()).contains("● まだ答えていません", "に答える");
    assertThat(pages.get(SHAKYO, "/agencies/shakyo/").body()).contains("日程調整に答える");
    String form = pages.get(SHAKYO, ofCase + "?do=dates&item=" + request).body();
    assertThat(form).contains("15:00〜16:00", "△ 調整すれば出られる", "replies[1].answer");
    Map<String, String> first =
        with(
            with(
                with(
                    form("item", request.toString()),
                    "replies[0].startsAt",
                    TokyoTime.written(one)),
                "replies[0].answer",
                "NO"),
            "replies[1].startsAt",
            TokyoTime.written(other));
    HttpResponse<String> half = pages.post(SHAKYO, ofCase + "/do/dates", first);
    assertThat(half.body()).contains("○・△・×のどれかを選んでください。", "か所を直してください");
    HttpResponse<String> whole =
        pages.post(
            SHAKYO,
            ofCase + "/do/dates",
            with(with(first, "replies[1].answer", "YES"), "key", "days-" + request));
    assertThat(location(whole)).contains(ofCase + "?done=");
    await().atMost(SOON).until(() -> !api.commands(SHAKYO, caseId).isEmpty());
    assertThat(api.commands(SHAKYO, caseId).getLast())
        .isInstanceOfSatisfying(
            AnswerDates.class,
            command ->
                assertThat(command.replies())
                    .containsExactly(
                        new DateReply(one, DateAnswer.NO), new DateReply(other, DateAnswer.YES)));
    String elsewhere = "/agencies/hokatsu-higashi/window/";
    assertThat(pages.get(HIGASHI, elsewhere + "cases/" + caseId + "/meetings").statusCode())
        .isEqualTo(404);
    assertThat(pages.get(HIGASHI, elsewhere + "meetings").body())
        .doesNotContain(request.toString());
  }

  private static DatesAsked asked(CaseId caseId, MeetingRequestId request, Instant... candidates) {
    return new DatesAsked(
        TestNetwork.header(caseId, 5, AgencyId.SCHEDULER),
        request,
        new MeetingId("shien-kaigi." + DAY),
        ConferenceKind.SUPPORT_CONFERENCE,
        MeetingPurpose.NEW,
        DESK,
        new ProposedDays(List.of(candidates), 60),
        new AskedAgencies(Set.of(SHAKYO), Set.of()));
  }

  @Test
  void the_connection_shows_what_waits_and_no_secret() {
    String address = "/agencies/hokatsu-higashi/window/connection";
    Databases databases = api.bean(Databases.class);
    api.bean(Alarms.class).raise(databases.of(HIGASHI), Alarm.Kind.RECORD_UNREADABLE, 0, 77);
    String own =
        Fingerprint.of(api.network().announced(HIGASHI).signingKeys().getFirst().publicKey())
            .grouped();
    String page = pages.get(HIGASHI, address).body();
    assertThat(page)
        .contains(Alarm.Kind.RECORD_UNREADABLE.label(), "包括の記録システム", "切れています", own)
        .doesNotContain(TOKEN, "-sample");

    String alarm = page.replaceAll("(?s).*connection/alarms/(\\d+)/acknowledge.*", "$1");
    assertThat(
            location(pages.post(HIGASHI, address + "/alarms/" + alarm + "/acknowledge", Map.of())))
        .contains(address);
    assertThat(pages.get(HIGASHI, address).body()).contains("人が確かめる警告はありません。");
    assertThat(
            pages
                .post(HIGASHI, address + "/alarms/" + alarm + "/acknowledge", Map.of())
                .statusCode())
        .isEqualTo(404);
    assertThat(pages.post(HIGASHI, address + "/deliveries/4711/resend", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_connection_is_for_who_leads_the_agency() {
    assertThat(ConnectionPage.isFor(new Caller.AgencyStaff(HIGASHI, "person-1", true))).isTrue();
    assertThat(ConnectionPage.isFor(new Caller.AgencyStaff(HIGASHI, "person-2"))).isFalse();
    assertThat(ConnectionPage.isFor(new Caller.Administrator())).isFalse();
  }

  /** The codes of the choices of a field, in their order. */
  private static List<String> offered(String page, String name) {
    return Pattern.compile("<input[^>]*name=\"" + Pattern.quote(name) + "\"[^>]*value=\"([^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static Map<String, String> form(String name, String value) {
    return Map.of("key", UUID.randomUUID().toString(), name, value);
  }

  private static AgendaPublished published(CaseId caseId, MeetingRequestId request) {
    Instant starts = TokyoTime.at(DAY, LocalTime.of(15, 0));
    return new AgendaPublished(
        TestNetwork.header(caseId, 5, AgencyId.SCHEDULER),
        request,
        ConferenceKind.SUPPORT_CONFERENCE,
        MeetingPurpose.NEW,
        new MeetingPlace(
            new MeetingId(new BodyId("shien-kaigi") + "." + DAY),
            1,
            starts,
            60,
            DESK,
            SessionKind.REGULAR,
            starts.minus(5, ChronoUnit.DAYS)),
        Set.of(HIGASHI, SHAKYO));
  }
}
