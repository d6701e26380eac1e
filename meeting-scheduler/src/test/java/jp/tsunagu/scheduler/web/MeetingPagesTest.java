package jp.tsunagu.scheduler.web;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingActedBy;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent.AgendaIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.ConferenceHeld;
import jp.tsunagu.contract.meeting.MeetingEvent.ItemSettled;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeIssued;
import jp.tsunagu.contract.meeting.MeetingEvent.NoticeRequeued;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.scheduler.dispatch.Commands;
import jp.tsunagu.scheduler.engine.RealNetwork;
import jp.tsunagu.scheduler.knowledge.Knowledge;
import jp.tsunagu.scheduler.testing.TestCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** A month through the pages: request, agenda, notice, attendance, decision; and who sees what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingPagesTest {

  private static final MeetingId OCTOBER = new MeetingId("shien-kaigi.2026-10-13");
  private static final String PAGE = "/meetings/" + OCTOBER;
  private static final String CALENDAR = "/meetings/?month=2026-10-01";

  private static final String SECRETARY = "person.secretary.tanaka";

  private Path state;
  private RealNetwork network;
  private RunningScheduler scheduler;
  private ItemRef first;
  private ItemRef second;
  private ItemRef third;
  private ItemRef hidden;

  @BeforeAll
  void start(@TempDir Path folder) {
    state = folder;
    network = RealNetwork.start(state);
    first = network.itemNaming(TestCity.HOKENSHO, "2026-09-03T10:00:00+09:00");
    second = network.item("2026-09-04T10:00:00+09:00", false);
    third = network.item("2026-09-07T10:00:00+09:00", false);
    hidden = network.item("2026-09-08T10:00:00+09:00", true);
    scheduler = new RunningScheduler(network, state);
    await().atMost(SOON).until(() -> page("window", CALENDAR).body().contains("2件"));
  }

  @AfterAll
  void stop() {
    scheduler.close();
    network.close();
  }

  @Test
  @Order(1)
  void a_month_stands_by_day_with_stage_and_number_of_items_and_narrows_by_body() {
    String page = page("window", CALENDAR).body();

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("令和8年(2026年)10月", "10/13(火)", "15:00", "受付中", "締切", "2件", "次にすること")
        .doesNotContain("th:", "${", "style=\"", "onclick", "https://");
    assertThat(links(page, PAGE)).hasSize(1);
    assertThat(page("window", CALENDAR + "&body=juso-kaigi").body())
        .contains("juso-kaigi.2026-10-13")
        .doesNotContain(PAGE);
    assertThat(page("window", "/meetings/?month=soon").statusCode()).isEqualTo(400);
  }

  @Test
  @Order(1)
  void an_agenda_tells_what_finds_no_room_and_who_will_not_be_called() {
    String page = page("window", PAGE).body();

    assertThat(page)
        .containsSubsequence(
            "受付中",
            "次にすること",
            "次第",
            "15:00",
            number(first),
            "新規",
            "shakyo",
            "枠の135分がいっぱいです。",
            "この会議に載らない相談",
            number(third),
            "時間枠に収まらない",
            "呼ばれない機関",
            number(first),
            "hokensho(構成員ではない)",
            "委嘱する",
            "通知",
            "次第を公表し")
        .doesNotContain("th:", "${", "style=\"", "https://");
  }

  @Test
  @Order(1)
  void items_of_a_protected_case_are_there_for_those_alone_who_run_its_meetings() {
    assertThat(page("window", PAGE).body()).contains(number(hidden));
    for (String who : List.of("manager", "shakyo")) {
      for (String path :
          List.of("/meetings/", CALENDAR, PAGE, "/meetings/ledger", "/meetings/post")) {
        assertThat(page(who, path).body())
            .as(who + " " + path)
            .doesNotContain(number(hidden), hidden.caseId().toString());
      }
    }
  }

  @Test
  @Order(1)
  void who_only_reads_finds_no_button_and_every_page() {
    for (String path : pages().toList()) {
      HttpResponse<String> page = page("manager", path);
      assertThat(page.statusCode()).as(path).isEqualTo(200);
      assertThat(page.body())
          .as(path)
          .doesNotContain("method=\"post\" action=\"/meetings", "次にすること", "委嘱する</button>");
    }
    assertThat(page("manager", "/meetings/call").statusCode()).isEqualTo(403);
    assertThat(form("manager", PAGE + "/do/cancel", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  @Order(1)
  void an_agency_finds_the_meetings_it_organises_and_who_organises_none_finds_no_page_at_all() {
    assertThat(page("shakyo", CALENDAR).body())
        .contains("juso-kaigi.2026-10-13")
        .doesNotContain(OCTOBER.value());
    assertThat(page("shakyo", PAGE).statusCode()).isEqualTo(404);
    assertThat(page("shakyo", PAGE).body())
        .isEqualTo(page("shakyo", "/meetings/shien-kaigi.2031-01-07").body());
    assertThat(page("shakyo", "/meetings/ledger").statusCode()).isEqualTo(404);
    for (String who : List.of("hokatsu", "officer")) {
      for (String path : pages().toList()) {
        HttpResponse<String> page = page(who, path);
        assertThat(page.statusCode()).as(who + " " + path).isEqualTo(404);
      }
      assertThat(page(who, "/meetings/").body()).isEqualTo(page(who, "/nothing-here").body());
    }
    assertThat(page("nobody", "/meetings/").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(1)
  void the_secretary_of_the_meetings_sees_and_does_what_the_desk_does() {
    Caller secretary = new Caller.MeetingSecretary();
    assertThat(PageRoom.lets(secretary)).isTrue();
    assertThat(scheduler.bean(CalendarPages.class).calendar(secretary, new LinkedMultiValueMap<>()))
        .isInstanceOfSatisfying(
            ModelAndView.class,
            page ->
                assertThat(page.getModel().get("page"))
                    .isInstanceOfSatisfying(
                        CalendarPage.class, month -> assertThat(month.mayAct()).isTrue()));
    assertThat(PageRoom.lets(new Caller.Administrator())).isFalse();
  }

  @Test
  @Order(2)
  void after_closing_the_order_is_changed_by_buttons_with_a_reason() {
    network.clock("2026-09-09T09:00:00+09:00");
    await().atMost(SOON).until(() -> page("window", PAGE).body().contains("順番を変える理由"));
    String before = page("window", PAGE).body();
    String up = found("name=\"to\" value=\"([^\"]*@1)\"", before).getFirst();

    HttpResponse<String> without =
        form("window", PAGE + "/move", Map.of("key", key(), "to", up, "reason", ""));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("1</span>か所を直してください", "理由");

    HttpResponse<String> moved =
        form("window", PAGE + "/move", Map.of("key", key(), "to", up, "reason", "URGENT"));
    assertThat(moved.statusCode()).isEqualTo(302);
    String item = "item-" + up.substring(up.indexOf('~') + 1, up.indexOf('@'));
    assertThat(location(moved)).as("who uses keys stays at the item").endsWith("#" + item);
    String after = page("window", location(moved).replace("#" + item, "")).body();
    assertThat(after).contains("id=\"" + item + "\" tabindex=\"-1\"");
    assertThat(after).contains("順番を記録しました", "value=\"URGENT\" selected");
    assertThat(agenda(after)).isEqualTo(agenda(before).reversed());
  }

  @Test
  @Order(3)
  void a_late_request_is_let_in_with_a_reason_and_an_item_is_put_off() {
    ItemRef late = network.item("2026-09-09T10:00:00+09:00", false);
    await().atMost(SOON).until(() -> page("window", PAGE).body().contains(number(late)));
    String form = page("window", PAGE + "?do=admissions&item=" + word(late)).body();
    assertThat(form)
        .contains(number(late), "締切後の相談を理由を付けて入れる", "急を要する", "value=\"" + word(late) + "\"")
        .doesNotContain("案件ID", "議題番号");

    ItemRef off =
        agenda(page("window", PAGE).body()).getFirst().equals(number(first)) ? second : first;
    done("removals", Map.of("item", word(off), "reason", "URGENT"));
    done("admissions", Map.of("item", word(late), "reason", "URGENT", "uninvited", "LEAVE_OUT"));
    assertThat(agenda(page("window", PAGE).body())).doesNotContain(number(off));
    done("placements", Map.of("item", word(off), "reason", "URGENT", "uninvited", "LEAVE_OUT"));
    done("removals", Map.of("item", word(late), "reason", "URGENT"));
    assertThat(agenda(page("window", PAGE).body())).contains(number(off));
  }

  @Test
  @Order(4)
  void who_is_not_called_is_appointed_by_one_button_before_the_notices() {
    done("appointments", Map.of("item", word(first)));
    assertThat(page("window", PAGE).body()).doesNotContain("hokensho(構成員ではない)");
  }

  @Test
  @Order(5)
  void notices_stand_with_their_state_and_a_letter_is_ticked_off() {
    network.clock("2026-09-29T08:31:00+09:00");
    await().atMost(SOON).until(() -> network.events(AgendaIssued.class).size() == 1);
    await().atMost(SOON).until(() -> page("window", PAGE).body().contains("送付待ち"));
    String page = page("window", PAGE).body();
    assertThat(page).contains("ネットワークがまだ受け取っていない議題が2件あります。");
    assertThat(page).contains("通知済み", "hokatsu", "hokensho", "郵送した", "第1版 PDF");
    String pdf = found("href=\"(/api/notices/[^\"]*\\.pdf)\"", page).getFirst();
    assertThat(scheduler.get("window", pdf).statusCode()).isEqualTo(200);
    assertThat(scheduler.get("window", pdf.replace("paper.pdf", "invite.ics")).body())
        .contains("BEGIN:VCALENDAR");
    int waiting = links(page("window", "/meetings/post").body(), "/posted").size();
    String posted =
        found(
                "action=\"(/meetings/notices/[^\"]*/posted)\"",
                page("window", "/meetings/post").body())
            .getFirst();
    HttpResponse<String> answer = form("window", posted, Map.of("key", key()));
    assertThat(location(answer)).isEqualTo("/meetings/post?done=posted");
    assertThat(links(page("window", "/meetings/post").body(), "/posted")).hasSize(waiting - 1);
  }

  @Test
  @Order(6)
  void a_notice_that_could_not_be_sent_is_sent_again_by_its_button() {
    Commands commands = scheduler.bean(Commands.class);
    UUID lost = network.events(NoticeIssued.class).getLast().noticeId();
    MeetingCommandHeader header =
        commands.header(AgencyId.SCHEDULER, OCTOBER.body(), UUID.randomUUID().toString());
    assertThat(commands.send(new MeetingCommand.ReportFailure(header, OCTOBER, lost, 5, "TIMEOUT")))
        .isInstanceOf(Commands.Sent.Answered.class);
    String page = page("window", PAGE).body();
    assertThat(page).contains("届けられなかった通知が1件あります。", "もう一度送る");
    String again = "/meetings/notices/" + lost + "/resend";
    assertThat(links(page, "/resend")).containsExactly(again);
    assertThat(form("shakyo", again, Map.of("key", key())).statusCode()).isEqualTo(404);

    Map<String, String> fields = Map.of("key", key(), "meeting", OCTOBER.value());
    HttpResponse<String> sent = form("window", again, fields);
    assertThat(location(sent)).isEqualTo(PAGE + "?done=resend");
    assertThat(location(form("window", again, fields))).isEqualTo(PAGE + "?done=resend");
    assertThat(network.events(NoticeRequeued.class)).hasSize(1);
    assertThat(page("window", PAGE).body()).doesNotContain("もう一度送る", "届けられなかった通知");
  }

  @Test
  @Order(7)
  void attendance_is_a_table_in_which_the_answers_stand_already() {
    network.answered(first, OCTOBER, TestCity.HOKATSU, AttendanceAnswer.PROXY);
    network.clock("2026-10-13T17:30:00+09:00");
    await().atMost(SOON).until(() -> page("window", PAGE).body().contains("代理出席"));
    assertThat(page("window", "/meetings/").body()).contains("出欠がまだ記録されていません。");
    String form = page("window", PAGE + "?do=attendance").body();
    assertThat(form).contains("value=\"2026-10-13T15:00\"", "ほかに出席した機関");
    assertThat(found("value=\"([A-Z]+)\"[^>]* checked", form)).containsExactly("PROXY");

    Map<String, String> fields = new HashMap<>();
    fields.put("key", key());
    fields.put("heldAt", "2026-10-13T15:00");
    List<String> rows = found("name=\"attendees\\[\\d+]\\.agency\" value=\"([a-z]+)\"", form);
    for (int row = 0; row < rows.size(); row++) {
      fields.put("attendees[" + row + "].agency", rows.get(row));
      fields.put("attendees[" + row + "].presence", row == 0 ? "" : "ATTENDED");
    }
    HttpResponse<String> incomplete = form("window", PAGE + "/do/attendance", fields);
    assertThat(incomplete.statusCode()).isEqualTo(422);
    assertThat(incomplete.body()).contains("か所を直してください", "value=\"2026-10-13T15:00\"");
    fields.put("attendees[0].presence", "ABSENT");
    assertThat(form(SECRETARY, PAGE + "/do/attendance", fields).statusCode()).isEqualTo(302);
    assertThat(page("window", PAGE).body()).contains("開催", "決定を記録していない議題が2件あります。", "欠席");

    MeetingActedBy by = network.events(ConferenceHeld.class).getFirst().header().by();
    assertThat(by.actor()).as("the secretary acts for the desk").isEqualTo(TestCity.DESK);
    String person = "/api/persons/" + Objects.requireNonNull(by.actingPerson());
    assertThat(scheduler.get(SECRETARY, person).body()).isEqualTo("{\"name\":\"見本 tanaka\"}");
    assertThat(scheduler.get("person.desk.sato", person).body()).contains("見本 tanaka");
    HttpResponse<String> nobody = scheduler.get("window", "/api/persons/" + "0".repeat(32));
    for (String who : List.of("shakyo", "person.shakyo.suzuki", "manager", "officer")) {
      assertThat(scheduler.get(who, person).body()).as(who).isEqualTo(nobody.body());
    }

    fields.put("key", key());
    fields.put("seen", found("name=\"seen\" value=\"(\\d+)\"", form).getFirst());
    HttpResponse<String> second = form("window", PAGE + "/do/attendance", fields);
    assertThat(second.statusCode()).as("she had the form open too").isEqualTo(409);
    assertThat(second.body())
        .contains("の見本 tanakaさんが開催と出欠を記録しました。", "送ったものは登録されていません。", "今は「開催」です。");
  }

  @Test
  @Order(8)
  void decisions_are_recorded_item_by_item_and_the_meeting_is_complete_with_its_minutes() {
    String form = page("window", PAGE + "?do=decisions&item=" + word(first)).body();
    assertThat(form).contains("決定", "役割", "主担当", "モニタリング期間", "不足した社会資源", "hokatsu");
    Map<String, String> decision = new HashMap<>();
    decision.put("item", word(first));
    decision.put("outcome", "SUPPORT_POLICY_SET");
    decision.put("roles[0].agency", "hokatsu");
    decision.put("roles[0].role", "URGENT");
    decision.put("roles[1].agency", "shogai");
    decision.put("leads[0].agency", "shakyo");
    decision.put("monitoring.from", "2026-10-13");
    decision.put("monitoring.until", "2026-12-08");
    decision.put("missingResources[0].code", "URGENT");
    done("decisions", decision);
    assertThat(network.events(ItemSettled.class))
        .singleElement()
        .satisfies(
            settled -> {
              assertThat(settled.agreed().roles())
                  .as("an agency without a role has none")
                  .hasSize(1);
              assertThat(settled.agreed().leads()).hasSize(1);
              assertThat(settled.missingResources()).containsExactly("URGENT");
            });
    String page = page("window", PAGE).body();
    assertThat(page).contains("支援方針の決定", "主担当 shakyo (世帯全体)", "モニタリング期間 10/13(火)〜12/8(火)");
    String open =
        agenda(page).stream().filter(each -> !each.equals(number(first))).findFirst().orElseThrow();
    ItemRef other =
        Stream.of(second, third, hidden)
            .filter(each -> number(each).equals(open))
            .findFirst()
            .orElseThrow();
    done("decisions", Map.of("item", word(other), "outcome", "CONTINUED"));
    done("minutes", Map.of());
    assertThat(page("window", PAGE).body())
        .as("nothing is offered any more that would be refused")
        .doesNotContain("?do=placements", "?do=removals", "?do=move", "name=\"to\"");
    assertThat(page("window", CALENDAR).body()).contains("記録済み");
    assertThat(page("window", "/meetings/ledger").body()).contains(number(first), "10/13(火)");
  }

  @Test
  @Order(9)
  void
      a_meeting_apart_from_the_calendar_is_called_from_a_page_and_a_refused_form_keeps_everything() {
    String form = page("window", "/meetings/call?body=jian-kaigi").body();
    assertThat(form).contains("臨時", "事案ごとの支援会議", "開始日時").doesNotContain("案件ID");
    HttpResponse<String> refused =
        form(
            "window",
            "/meetings/call",
            Map.of("key", key(), "body", "jian-kaigi", "startsAt", "2026-10-20T15:00"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("か所を直してください", "value=\"2026-10-20T15:00\"");
  }

  @Test
  @Order(10)
  void days_are_proposed_and_who_answered_what_stands_beside_the_button_that_chooses_one() {
    ItemRef item = network.item("2026-10-14T09:00:00+09:00", false);
    await()
        .atMost(SOON)
        .until(() -> scheduler.bean(Knowledge.class).state(item.caseId()).isPresent());
    Map<String, String> call = new HashMap<>();
    call.put("key", key());
    call.put("body", "jian-kaigi");
    call.put("session", "PER_CASE");
    call.put("items", word(item));
    call.put("uninvited", "LEAVE_OUT");
    call.put("candidates", "2026-10-20 15:00\n2026-10-24 15:00");
    HttpResponse<String> closed = form("window", "/meetings/call", call);
    assertThat(closed.body()).contains("令和8年(2026年)10月24日(土)は閉庁日です。");
    call.put("key", key());
    call.put("candidates", "2026-10-20 15:00\n2026-10-22 10:00");
    String page = location(form("window", "/meetings/call", call)).replace("?done=called", "");
    MeetingId meeting = new MeetingId(page.replace("/meetings/", ""));
    assertThat(page("window", page).body()).contains("日程調整", "まだ尋ねている途中です。");

    List<Instant> days =
        List.of(Instant.parse("2026-10-20T06:00:00Z"), Instant.parse("2026-10-22T01:00:00Z"));
    network.askedForDays(item, meeting, days, Set.of(TestCity.HOKATSU, TestCity.SHOGAI));
    network.answeredDays(
        item,
        meeting,
        TestCity.HOKATSU,
        List.of(
            new DateReply(days.getFirst(), DateAnswer.NO),
            new DateReply(days.getLast(), DateAnswer.YES)));
    await().atMost(SOON).until(() -> page("window", page).body().contains("回答 1/2機関"));
    String answers = page("window", page).body();
    assertThat(answers)
        .contains("○0 △0 ×1", "○1 △0 ×0", "未回答", "hokatsu", "shogai")
        .contains("data-stream=\"/meetings/news?after=")
        .doesNotContain("まだ尋ねている途中です。");
    assertThat(scheduler.get("window", "/api" + page).body())
        .contains("\"answered\":1", "\"yes\":1", "\"id\":\"hokatsu\"");
    assertThat(page("manager", page).body())
        .contains("回答 1/2機関")
        .doesNotContain("data-stream", "この日に決める");
    assertThat(page("hokatsu", page).statusCode()).isEqualTo(404);
    assertThat(page("manager", "/meetings/news").statusCode()).isEqualTo(404);
    assertThat(page("shakyo", "/meetings/news").statusCode()).isEqualTo(404);
    assertThat(page("window", page + "?do=candidates").body())
        .contains("2026-10-20 15:00\n2026-10-22 10:00");
    assertThat(page("window", page + "?do=start&at=2026-10-22T10:00").body())
        .contains("value=\"2026-10-22T10:00\"");
    HttpResponse<String> chosen =
        form(
            "window",
            page + "/do/start",
            Map.of("key", key(), "startsAt", "2026-10-22T10:00", "uninvited", "LEAVE_OUT"));
    assertThat(location(chosen)).isEqualTo(page + "?done=start");
    assertThat(page("window", page).body()).contains("通知済み").doesNotContain("日程調整");
  }

  private void done(String name, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.putIfAbsent("key", key());
    HttpResponse<String> answer = form("window", PAGE + "/do/" + name, all);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo(PAGE + "?done=" + name);
    assertThat(page("window", PAGE + "?done=" + name).body()).contains("class=\"told\"");
  }

  private String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replace("http://127.0.0.1:" + scheduler.port(), "");
  }

  private Stream<String> pages() {
    return Stream.of("/meetings/", CALENDAR, PAGE, "/meetings/post", "/meetings/ledger");
  }

  /** The numbers of the cases on the agenda, in its order. */
  private static List<String> agenda(String page) {
    String agenda = page.substring(page.indexOf("id=\"agenda\""));
    int end = agenda.indexOf("</form>");
    return found("<th scope=\"row\"><span>([^<]*)</span>", agenda.substring(0, end));
  }

  private static String number(ItemRef item) {
    return RealNetwork.numberOf(item.caseId()).value();
  }

  private static String word(ItemRef item) {
    return PageAddresses.word(item);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static List<String> links(String page, String part) {
    return found("(?:href|action)=\"([^\"]*" + Pattern.quote(part) + ")\"", page);
  }

  private static List<String> found(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().map(result -> result.group(1)).toList();
  }

  private HttpResponse<String> page(String who, String path) {
    return scheduler.page(who, path);
  }

  private HttpResponse<String> form(String who, String path, Map<String, String> fields) {
    return scheduler.form(who, path, fields);
  }
}
