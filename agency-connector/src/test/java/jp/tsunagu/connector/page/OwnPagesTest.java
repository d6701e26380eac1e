package jp.tsunagu.connector.page;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** What an agency arranges for itself: who has what in hand, its notes, who goes on for whom. */
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class OwnPagesTest {

  private static final String OWN = "/agencies/shakyo/";
  private static final String YAMADA = TestPeople.staff(SHAKYO, "yamada");
  private static final String SATO = TestPeople.staff(SHAKYO, "sato");
  private static final String LEAD = TestPeople.lead(SHAKYO, "chief");

  /** An invented name that must stand nowhere but in a note. */
  private static final String MEMO = "鵜飼 ヒミツ";

  private static final HttpClient STREAMS = HttpClient.newHttpClient();

  @TempDir static Path directory;
  private static WireMockServer system;
  private static TestApi api;
  private static TestWindow window;

  @BeforeAll
  static void start() {
    system = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    system.start();
    system.stubFor(WireMock.post("/news").willReturn(WireMock.aResponse().withStatus(204)));
    api =
        new TestApi(
            directory,
            Map.of(
                "tsunagu.connector.agencies[1].folder", directory.resolve("exchange").toString(),
                "tsunagu.connector.agencies[1].webhook.url", system.url("/news"),
                "tsunagu.connector.agencies[1].webhook.secret", "a secret of the tests"));
    window = new TestWindow(api);
  }

  @AfterAll
  static void stop() {
    window.close();
    api.close();
    system.stop();
    STREAMS.close();
  }

  /** Who has logged in once is a colleague. */
  @BeforeEach
  void everybodyIsHere() {
    for (String token : List.of(YAMADA, SATO, LEAD)) {
      assertThat(window.get(token, OWN).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_referral_is_taken_and_given_on_and_each_finds_her_own() {
    Delivered leg = window.received(SHEET);
    assertThat(window.get(YAMADA, leg.page()).body()).contains("担当なし", "自分が担当する");
    assertThat(in(YAMADA, "window/received?assignee=NONE", leg)).isTrue();

    HttpResponse<String> taken = assign(YAMADA, leg, "NONE", id("yamada"));
    assertThat(location(taken)).endsWith(leg.page() + "?done=assigned");
    assertThat(window.get(SATO, leg.page() + "?done=assigned").body())
        .contains("担当を決めました。ほかの機関には伝わりません。", "見本 yamada", "担当の移り変わり");
    for (String list : List.of("window/received?assignee=", "?assignee=")) {
      assertThat(in(YAMADA, list + "MINE", leg)).as(list).isTrue();
      assertThat(in(SATO, list + "MINE", leg)).as(list).isFalse();
      assertThat(in(SATO, list, leg)).as(list).isTrue();
      assertThat(in(SATO, list + "NONE", leg)).as(list).isFalse();
    }
    assertThat(in(SATO, "window/received?assignee=" + id("yamada"), leg)).isTrue();
    assertThat(window.get(SATO, OWN + "window/received").body()).contains("見本 yamada");

    assertThat(assign(LEAD, leg, id("yamada"), id("sato")).statusCode()).isEqualTo(302);
    JsonNode told = api.get(SHAKYO, "/referrals/" + leg.referral() + "/assignee").json();
    assertThat(told.path("colleague").path("label").asString()).isEqualTo("見本 sato");
    assertThat(
            told.path("changes")
                .valueStream()
                .map(
                    change ->
                        change.path("colleague").path("label").asString()
                            + " "
                            + change.path("by").path("label").asString()))
        .containsExactly("見本 sato 見本 chief", "見本 yamada 見本 yamada");
    assertThat(api.get(SATO, SHAKYO, "/referrals?assignee=MINE").body())
        .contains(leg.referral().toString());
    assertThat(api.get(YAMADA, SHAKYO, "/referrals?assignee=MINE").body())
        .doesNotContain(leg.referral().toString());
  }

  @Test
  void what_is_known_stands_in_a_new_sheet_and_decides_nothing() {
    String today = LocalDate.now(TokyoTime.ZONE).toString();
    String page = window.get(YAMADA, OWN + "window/sheet").body();
    assertThat(value(page, "staff.name")).isEqualTo("見本 yamada");
    assertThat(value(page, "consents[0].givenOn")).isEqualTo(today);
    assertThat(value(page, "consents[0].person")).isEqualTo("1");
    assertThat(value(page, "household.rows[0].relation")).isEqualTo("本人");
    assertThat(page.lines().filter(line -> line.contains("checked=\"checked\"")))
        .as("nothing is decided but that the desk gives it to somebody")
        .allMatch(line -> line.contains("name=\"referral.receiver\" value=\"\""));

    Map<String, String> untouched =
        Map.of(
            "key",
            key(),
            "begun",
            today,
            "staff.name",
            "見本 yamada",
            "consents[0].person",
            "1",
            "consents[0].givenOn",
            today,
            "household.rows[0].relation",
            "本人");
    assertThat(window.post(YAMADA, OWN + "window/sheet", with(untouched, "save", "1")).statusCode())
        .as("no draft of nothing")
        .isEqualTo(200);
    String more =
        window.post(YAMADA, OWN + "window/sheet", with(untouched, "more", "household.rows")).body();
    assertThat(value(more, "household.rows[0].relation")).isEqualTo("本人");
    assertThat(value(more, "household.rows[1].relation")).isEmpty();
    String second =
        window
            .post(
                YAMADA,
                OWN + "window/sheet",
                with(with(untouched, "more", "persons"), "persons[0].address", "見本市東町1"))
            .body();
    assertThat(value(second, "persons[1].address")).isEqualTo("見本市東町1");

    Map<String, String> sheet = new HashMap<>(SHEET);
    sheet.putAll(untouched);
    sheet.putAll(SHEET);
    sheet.put("consents[7].person", "1");
    sheet.put("consents[7].givenOn", today);
    assertThat(location(window.post(YAMADA, OWN + "window/sheet", sheet)))
        .as("rows that are as they began are none")
        .contains("/window/cases/");
  }

  private static String value(String page, String field) {
    Matcher input =
        Pattern.compile("name=\"" + Pattern.quote(field) + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(input.find()).as(field).isTrue();
    return input.group(1);
  }

  @Test
  void whoever_is_second_is_told_and_changes_nothing() {
    Delivered leg = window.opened(SHEET);
    assertThat(assign(YAMADA, leg, "NONE", id("yamada")).statusCode()).isEqualTo(302);
    HttpResponse<String> late = assign(SATO, leg, "NONE", id("sato"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("に見本 yamadaさんが先に変えました(今の担当は 見本 yamada)");
    assertThat(assignee(leg)).isEqualTo("見本 yamada");
    assertThat(assign(YAMADA, leg, "NONE", id("yamada")).statusCode())
        .as("the same page sent twice is once")
        .isEqualTo(302);
    assertThat(api.get(SHAKYO, "/referrals/" + leg.referral() + "/assignee").json().path("changes"))
        .hasSize(1);
  }

  @Test
  void the_agencys_system_assigns_by_the_interface_and_is_told_what_is_wrong() {
    Delivered leg = window.opened(SHEET);
    String path = "/referrals/" + leg.referral() + "/assignee";
    TestApi.Reply done = api.post(SHAKYO, path, "{\"colleague\": \"" + id("sato") + "\"}");
    assertThat(done.json().path("colleague").path("label").asString()).isEqualTo("見本 sato");
    assertThat(done.json().path("changes").path(0).has("by")).isFalse();
    TestApi.Reply wrong = api.post(SHAKYO, path, "{\"colleague\": \"" + UUID.randomUUID() + "\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("colleague", "見本 yamada", "担当なし");
    assertThat(api.post(SHAKYO, path, "{\"colleague\": \"NONE\"}").status()).isEqualTo(200);
    assertThat(assignee(leg)).isEqualTo("担当なし");
  }

  @Test
  void nobody_outside_the_agency_learns_who_has_it_in_hand() {
    Delivered leg = window.opened(SHEET);
    assign(YAMADA, leg, "NONE", id("yamada"));
    assertThat(api.network().outbox(SHAKYO).toString()).doesNotContain(id("yamada"), "yamada");
    String other = TestPeople.staff(HIGASHI, "tanaka");
    assertThat(
            window
                .post(other, leg.page() + "/assignee", Map.of("colleague", id("yamada")))
                .statusCode())
        .isEqualTo(404);
    assertThat(
            window
                .post(
                    YAMADA,
                    OWN + "window/referrals/" + UUID.randomUUID() + "/assignee",
                    Map.of("colleague", id("yamada")))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void an_assignment_is_kept_whole_or_not_at_all() {
    Delivered leg = window.opened(SHEET);
    String table = "agency_shakyo.assignment_change";
    run(
        "alter table "
            + table
            + " add constraint killed check (changed_at < '2020-01-01') not valid");
    try {
      assertThat(assign(YAMADA, leg, "NONE", id("yamada")).statusCode())
          .isGreaterThanOrEqualTo(500);
    } finally {
      run("alter table " + table + " drop constraint killed");
    }
    assertThat(assignee(leg)).isEqualTo("担当なし");
  }

  @Test
  void another_note_under_the_key_of_one_is_not_taken_for_it() throws IOException {
    Delivered leg = window.opened(SHEET);
    String key = TestWindow.key();
    for (String memo : List.of("来週また電話", "来週また電話")) {
      Map<String, String> note = Map.of("key", key, "memo", memo, "memoAbout", "1");
      assertThat(window.post(YAMADA, leg.page() + "/notes", note).statusCode()).isEqualTo(302);
    }
    Map<String, String> another = Map.of("key", key, "memo", "留守だった", "memoAbout", "1");
    assertThat(window.post(YAMADA, leg.page() + "/notes", another).body())
        .contains("別の内容で使われています", "留守だった");
    assertThat(memos(leg)).isEqualTo(1);
  }

  @Test
  void a_note_is_read_by_the_agency_and_by_nobody_else(CapturedOutput log) throws IOException {
    Delivered leg = window.opened(SHEET);
    String notes = leg.page() + "/notes";
    HttpResponse<String> refused =
        window.post(YAMADA, notes, Map.of("key", TestWindow.key(), "memo", CANARY + "に電話"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("か所を直してください", CANARY + "に電話");

    Map<String, String> note =
        Map.of("key", TestWindow.key(), "memo", MEMO + "に来週また電話", "memoAbout", "1");
    assertThat(location(window.post(YAMADA, notes, note))).endsWith("?done=noted");
    assertThat(window.post(YAMADA, notes, note).statusCode()).as("twice is once").isEqualTo(302);
    assertThat(window.get(SATO, leg.page()).body())
        .contains("見本 yamada", MEMO + "に来週また電話", "世帯員1 について");
    JsonNode told = api.get(SHAKYO, "/referrals/" + leg.referral() + "/notes").json().path("notes");
    assertThat(told).hasSize(1);
    assertThat(told.path(0).path("author").asString()).isEqualTo("見本 yamada");

    JsonNode accesses =
        api.get(LEAD, SHAKYO, "/referrals/" + leg.referral() + "/accesses?part=internal-1")
            .json()
            .path("accesses");
    assertThat(accesses.valueStream().map(each -> each.path("reader").asString()))
        .containsExactly("agency shakyo", "sato");
    assertThat(accesses.toString()).contains("内部メモ(世帯員1)").doesNotContain(MEMO);

    assertThat(window.get(TestPeople.staff(HIGASHI, "tanaka"), leg.page()).statusCode())
        .isEqualTo(404);
    HttpResponse<byte[]> paper =
        window.paper(YAMADA, OWN + "api/referrals/" + leg.referral() + "/sheet.pdf");
    assertThat(paper.statusCode()).isEqualTo(200);
    for (String other :
        List.of(
            api.get(SHAKYO, "/referrals/" + leg.referral()).body(),
            api.get(SHAKYO, "/cases/" + leg.caseId()).body(),
            api.get(SHAKYO, "/inbox").body(),
            api.network().outbox(SHAKYO).toString(),
            sealed("select content from internal_note"),
            told(),
            inFolder(),
            log.getAll())) {
      assertThat(other).doesNotContain(MEMO);
    }
  }

  @Test
  void a_note_ends_with_what_was_sent_about_that_person() {
    Delivered leg = window.opened(SHEET);
    note(leg, "1");
    note(leg, "2");
    happens(
        leg,
        new ReferralSentBack(header(leg, 4, SHAKYO), leg.referral(), "INFORMATION_MISSING", null));
    await().atMost(SOON).until(() -> memos(leg) == 0);
    assertThat(window.get(SATO, leg.page()).body())
        .contains(new PartView.Content.Returned().label());
    happens(leg, new ReferralReopened(header(leg, 5, HIGASHI), leg.referral(), Samples.clock()));
    await().atMost(SOON).until(() -> memos(leg) == 2);
    happens(leg, new SharingStopRequested(header(leg, 6, HIGASHI), new PersonRef(1), SHAKYO));
    await().atMost(SOON).until(() -> memos(leg) == 1);
    happens(
        leg,
        new SharingStopped(header(leg, 7, SHAKYO), new PersonRef(1), SHAKYO, StopAnswer.ERASED));
    await()
        .atMost(SOON)
        .until(
            () ->
                count(
                        "select count(*) from internal_note where content is null and case_id = '"
                            + leg.caseId()
                            + "'")
                    == 1);
    assertThat(memos(leg)).isOne();
  }

  @Test
  void what_she_had_in_hand_is_her_leads_from_the_day_she_leaves_and_hers_when_she_is_back()
      throws IOException, InterruptedException {
    Delivered leg = window.received(SHEET);
    assign(YAMADA, leg, "NONE", id("yamada"));
    String draft = TestWindow.key();
    window.post(
        YAMADA, OWN + "window/sheet", Map.of("key", draft, "save", "1", "persons[0].name", CANARY));
    String people = OWN + "window/colleagues/" + id("yamada");
    String list = people + "/handover";
    assertThat(in(LEAD, "?assignee=MINE", leg)).isFalse();
    assertThat(window.get(SATO, list).statusCode()).isEqualTo(404);
    assertThat(window.get(YAMADA, list).body()).contains(leg.referral().toString());

    assertThat(leaves(SATO, people, today()).statusCode()).isEqualTo(404);
    assertThat(leaves(LEAD, people, today().plusDays(1)).statusCode()).isEqualTo(302);
    assertThat(window.get(YAMADA, OWN).statusCode()).as("not yet").isEqualTo(200);

    HttpResponse<InputStream> stream = stream(YAMADA);
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(leaves(LEAD, people, today()).statusCode()).isEqualTo(302);
    String nothing = window.get(YAMADA, "/agencies/nobody/").body();
    for (String path :
        List.of(
            "", "window/received", leg.page().substring(OWN.length()), "window/drafts/" + draft)) {
      HttpResponse<String> answer = window.get(YAMADA, OWN + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).isEqualTo(nothing);
    }
    assertThat(api.get(YAMADA, SHAKYO, "/referrals").status()).isEqualTo(404);

    assertThat(window.get(LEAD, OWN + "?assignee=MINE").body())
        .contains(leg.referral().toString(), "見本 yamada(離任)", "見本 yamada の下書き", CANARY, list);
    assertThat(window.get(LEAD, OWN + "window/drafts/" + draft).body()).contains(CANARY);
    assertThat(
            window
                .post(
                    LEAD,
                    OWN + "window/drafts/" + draft,
                    Map.of("key", draft, "persons[0].name", CANARY, "note", "引き継ぎました"))
                .statusCode())
        .isEqualTo(200);
    assertThat(window.get(SATO, OWN + "window/drafts/" + draft).statusCode()).isEqualTo(404);
    assertThat(window.get(LEAD, list).body())
        .contains(leg.referral().toString(), "送っていない下書き", "見本 chief")
        .doesNotContain(CANARY);
    assertThat(window.get(LEAD, leg.page()).body())
        .doesNotContain("name=\"colleague\" value=\"" + id("yamada"));

    Delivered news = window.received(SHEET);
    assertThat(ended(stream).orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
    assertThat(in(LEAD, "?assignee=NONE", news)).isTrue();

    assertThat(window.post(LEAD, people + "/back", Map.of()).statusCode()).isEqualTo(302);
    assertThat(in(YAMADA, "?assignee=MINE", leg)).isTrue();
    assertThat(in(LEAD, "?assignee=MINE", leg)).isFalse();
    assertThat(window.get(YAMADA, OWN + "window/drafts/" + draft).body())
        .contains(CANARY, "引き継ぎました");
    window.post(YAMADA, OWN + "window/drafts/" + draft + "/remove", Map.of());
  }

  @Test
  void who_covers_an_absence_looks_after_it_and_several_are_given_on_at_once() {
    Delivered one = window.received(SHEET);
    Delivered two = window.received(SHEET);
    assign(YAMADA, one, "NONE", id("yamada"));
    assign(YAMADA, two, "NONE", id("yamada"));
    String path = "/colleagues/" + id("yamada");
    TestApi.Reply wrong = post(LEAD, path + "/absence", "{\"until\": \"2020-01-01\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("until", "もう過ぎた日です。");
    String absence =
        "{\"until\": \"" + today().plusDays(3) + "\", \"cover\": \"" + id("sato") + "\"}";
    assertThat(post(SATO, path + "/absence", absence).status()).isEqualTo(404);
    TestApi.Reply away = post(LEAD, path + "/absence", absence);
    assertThat(away.json().path("lookedAfterBy").path(0).asString()).isEqualTo(id("sato"));
    assertThat(in(SATO, "?assignee=MINE", one)).isTrue();
    assertThat(in(LEAD, "?assignee=MINE", one)).isFalse();
    assertThat(window.get(YAMADA, OWN).statusCode()).isEqualTo(200);

    String list = OWN + "window/colleagues/" + id("yamada") + "/handover";
    HttpResponse<String> given =
        window.post(SATO, list, Map.of("leg", one.referral().toString(), "colleague", id("sato")));
    assertThat(location(given)).endsWith(list + "?done=1");
    assertThat(assignee(one)).isEqualTo("見本 sato");
    assertThat(assignee(two)).startsWith("見本 yamada");
    assertThat(post(LEAD, path + "/back", "").json().has("awayUntil")).isFalse();
    assertThat(in(SATO, "?assignee=MINE", two)).isFalse();
    assertThat(in(SATO, "?assignee=MINE", one)).isTrue();
  }

  @Test
  void nobody_says_of_herself_that_she_leaves() {
    HttpResponse<String> answer = leaves(LEAD, OWN + "window/colleagues/" + id("chief"), today());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("自分の離任は、ほかの責任者が記録します。");
    assertThat(window.get(LEAD, OWN + "window/colleagues").body())
        .contains("見本 yamada", "見本 chief", "責任者", "引継ぎ一覧");
    assertThat(window.get(SATO, OWN + "window/colleagues").body())
        .contains("見本 yamada")
        .doesNotContain("do=LEAVING");
  }

  @Test
  void a_name_goes_when_nothing_tells_of_her_any_more() {
    window.get(TestPeople.staff(SHAKYO, "ito"), OWN);
    window.get(TestPeople.staff(SHAKYO, "kato"), OWN);
    leaves(LEAD, OWN + "window/colleagues/" + id("kato"), today());
    Delivered leg = window.opened(SHEET);
    assign(YAMADA, leg, "NONE", id("yamada"));
    Colleagues colleagues = api.bean(Colleagues.class);
    colleagues.forgetOld(database(), Instant.now().minus(Duration.ofDays(1)));
    assertThat(window.get(LEAD, OWN + "window/colleagues").body()).contains("見本 ito", "見本 kato");

    colleagues.forgetOld(database(), Instant.now().plus(Duration.ofDays(2)));
    assertThat(window.get(LEAD, OWN + "window/colleagues").body())
        .doesNotContain("見本 ito", "見本 kato")
        .contains("見本 yamada");
    assertThat(window.get(TestPeople.staff(SHAKYO, "kato"), OWN).statusCode())
        .as("who has left stays out")
        .isEqualTo(404);
    assertThat(window.get(TestPeople.staff(SHAKYO, "ito"), OWN).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<InputStream> stream(String token)
      throws IOException, InterruptedException {
    return STREAMS.send(
        api.request(token, OWN + "window/news").build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** Once nothing more can come of it. */
  private static CompletableFuture<Boolean> ended(HttpResponse<InputStream> stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (InputStream body = stream.body()) {
            return body.transferTo(OutputStream.nullOutputStream()) >= 0;
          } catch (IOException broken) {
            return true;
          }
        });
  }

  private static HttpResponse<String> leaves(String token, String people, LocalDate from) {
    return window.post(token, people + "/leaving", Map.of("from", from.toString()));
  }

  private static LocalDate today() {
    return TokyoTime.dateOf(Instant.now());
  }

  private static TestApi.Reply post(String token, String path, String body) {
    return api.send(
        api.request(token, OWN + "api" + path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static EventHeader header(Delivered leg, long sequence, AgencyId actor) {
    return TestNetwork.header(leg.caseId(), sequence, actor);
  }

  private static void happens(Delivered leg, Record event) {
    api.network().deliver(SHAKYO, leg.caseId(), event);
  }

  private static void note(Delivered leg, String person) {
    window.post(
        YAMADA,
        leg.page() + "/notes",
        Map.of("key", TestWindow.key(), "memo", "メモ" + person, "memoAbout", person));
  }

  /** How many can be read. */
  private static long memos(Delivered leg) {
    return api.get(SHAKYO, "/referrals/" + leg.referral() + "/notes")
        .json()
        .path("notes")
        .valueStream()
        .filter(each -> each.has("memo"))
        .count();
  }

  private static AgencyDatabase database() {
    return api.bean(Databases.class).of(SHAKYO);
  }

  private static void run(String statement) {
    database().jdbc().sql(statement).update();
  }

  private static long count(String query) {
    return database().jdbc().sql(query).query(Long.class).single();
  }

  private static String sealed(String query) {
    return database().jdbc().sql(query).query(byte[].class).list().stream()
        .filter(Objects::nonNull)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  /** Everything that the agency's own system was told. */
  private static String told() {
    return system.getAllServeEvents().stream()
        .map(event -> event.getRequest().getBodyAsString())
        .collect(Collectors.joining());
  }

  private static String inFolder() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("exchange"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(file).append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
      return all.toString();
    }
  }

  private static HttpResponse<String> assign(
      String token, Delivered leg, String seen, String colleague) {
    return window.post(
        token, leg.page() + "/assignee", Map.of("seen", seen, "colleague", colleague));
  }

  private static String assignee(Delivered leg) {
    return api.get(SHAKYO, "/referrals/" + leg.referral() + "/assignee")
        .json()
        .path("colleague")
        .path("label")
        .asString();
  }

  private static boolean in(String token, String list, Delivered leg) {
    return window.get(token, OWN + list).body().contains(leg.referral().toString());
  }

  private static String id(String account) {
    return api.bean(Colleagues.class)
        .team(SHAKYO)
        .withAccount(account)
        .orElseThrow()
        .id()
        .toString();
  }
}
