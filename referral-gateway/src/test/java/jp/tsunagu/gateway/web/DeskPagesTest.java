package jp.tsunagu.gateway.web;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.testing.RunningReadSide.WINDOW;
import static jp.tsunagu.gateway.testing.SampleNetwork.DESK;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static jp.tsunagu.gateway.web.ReadPages.body;
import static jp.tsunagu.gateway.web.ReadPages.found;
import static jp.tsunagu.gateway.web.ReadPages.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What desk and managers find on their pages, and that nobody else finds any. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskPagesTest {

  private static final Instant START = Instant.parse("2026-11-02T08:15:00Z");

  private static final String MORNING = URLEncoder.encode("朝いちばん", StandardCharsets.UTF_8);

  private final RunningReadSide readSide = RunningReadSide.start();
  private final Household late = Household.receivedBy(HOKATSU, START);
  private final ReferralId lateLeg = late.newLeg();
  private final Household sheet = Household.receivedBy(HOKATSU, START.plusSeconds(1));
  private final ReferralId sheetLeg = sheet.newLeg();
  private final Household hidden =
      Household.receivedBy(
          SHAKYO,
          START.plusSeconds(4),
          new Protection(Set.of(SHAKYO), Set.of(), LocalDate.of(2027, 3, 31)));

  @BeforeAll
  void some_of_everything_that_can_wait() {
    late.sent(lateLeg, HOKATSU, SHAKYO).escalated(lateLeg);
    sheet.sheet(sheetLeg, HOKATSU, Urgency.URGENT);
    Household asking = Household.receivedBy(SHAKYO, START.plusSeconds(2)).askedTheDesk(SHAKYO);
    Household own = Household.receivedBy(HOKATSU, START.plusSeconds(3));
    ReferralId toDesk = own.newLeg();
    own.sent(toDesk, HOKATSU, DESK)
        .add(AgencyId.GATEWAY, header -> new ResponseDueSoon(header, toDesk));
    hidden.sheet(hidden.newLeg(), SHAKYO, Urgency.NORMAL);
    readSide.tell(late, sheet, asking, own, hidden);
  }

  @AfterAll
  void close() {
    readSide.close();
  }

  @Test
  void what_waits_stands_on_one_page_the_most_pressing_first() {
    EntityExchangeResult<String> answer = get(readSide.desk(), "/desk/");
    String page = body(answer);

    assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
    assertThat(answer.getResponseHeaders().getFirst("Content-Security-Policy"))
        .contains("script-src 'self'", "frame-ancestors 'none'");
    assertThat(lanes(page))
        .containsExactly("ESCALATED", "TRIAGE", "TRIAGE", "COORDINATION", "DUE_SOON");
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("止まっているもの", "期限超過", "遅れ", "href=\"/desk/cases/" + late.caseId() + "\"")
        .doesNotContain("th:", "${", "style=\"", "onclick", "https://");
  }

  @Test
  void the_desk_goes_on_in_its_own_window_and_a_manager_reads() {
    String window = "href=\"%s/agencies/%s/window/".formatted(WINDOW, DESK);
    String triage = "href=\"/desk/triage/" + sheetLeg + "\"";
    String remind = window + "referrals/" + lateLeg + "?do=remind#doing\"";

    assertThat(body(get(readSide.desk(), "/desk/"))).contains(triage, "振り分ける", remind);
    assertThat(body(get(readSide.desk(), "/desk/cases/" + sheet.caseId()))).contains(triage);
    assertThat(body(get(readSide.desk(), "/desk/cases/" + late.caseId()))).contains(remind);
    assertThat(body(get(readSide.manager(), "/desk/"))).doesNotContain(WINDOW);
    assertThat(body(get(readSide.manager(), "/desk/cases/" + sheet.caseId())))
        .doesNotContain(WINDOW);
  }

  @Test
  void what_is_late_is_chosen_in_the_queue_and_reminded_of_in_the_desks_window() {
    assertThat(body(get(readSide.desk(), "/desk/")))
        .contains("name=\"leg\" form=\"remind\" value=\"" + lateLeg + "\"", "<details id=\"keys\">")
        .doesNotContain("form=\"remind\" value=\"" + sheetLeg + "\"");
    String chosen = "/desk/remind?leg=" + lateLeg + "&leg=" + sheetLeg + "&leg=none";
    assertThat(body(get(readSide.desk(), chosen)))
        .as("what waits for no answer is left out and said")
        .contains("選んだうち2件は", "まだ何も送られません", "1件の催促へ進む")
        .contains("%s/agencies/%s/window/remind?leg=%s\"".formatted(WINDOW, DESK, lateLeg))
        .doesNotContain("th:", "${");
    assertThat(body(get(readSide.manager(), "/desk/"))).doesNotContain("form=\"remind\"");
    assertThat(body(get(readSide.manager(), chosen))).doesNotContain(WINDOW);
    assertThat(body(get(readSide.desk(), "/desk/remind"))).contains("催促するものは選ばれていません。");
  }

  @Test
  void a_way_to_look_is_kept_under_a_name_and_forgotten() {
    EntityExchangeResult<Void> kept =
        postView("", "name=" + MORNING + "&query=lane%3DTRIAGE%26cursor%3Dx");
    assertThat(kept.getResponseHeaders().getFirst("Location")).isEqualTo("/desk/?lane=TRIAGE");
    String cookie = Objects.requireNonNull(kept.getResponseHeaders().getFirst("Set-Cookie"));
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/desk/");
    String own = cookie.substring(0, cookie.indexOf(';'));

    String page =
        Objects.requireNonNull(
            readSide
                .desk()
                .get()
                .uri("/desk/")
                .header("Cookie", own)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    assertThat(page).contains("<a href=\"/desk/?lane=TRIAGE\">朝いちばん</a>");
    assertThat(
            postView(own, "name=" + MORNING, "/forget").getResponseHeaders().getFirst("Set-Cookie"))
        .contains("Max-Age=0");
  }

  private EntityExchangeResult<Void> postView(String cookie, String form, String... path) {
    return readSide
        .desk()
        .post()
        .uri("/desk/views" + String.join("", path))
        .header("Cookie", cookie)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .body(form)
        .exchange()
        .expectStatus()
        .isSeeOther()
        .expectBody()
        .isEmpty();
  }

  @Test
  void how_the_gateway_does_and_which_keys_were_announced_stands_beside_what_was_put_aside() {
    assertThat(body(get(readSide.manager(), "/desk/operation")))
        .contains("data-part=\"画面のための読み取り\"", "● 動いています", ".referral.events.v1")
        .contains("機関の署名鍵", "まだ知らされていません", "人が決めるのを待つもの")
        .doesNotContain("th:", "${", "held:", "places:", "readAtNextStart", "{}", "[]");
  }

  @Test
  void who_takes_part_stands_on_a_page_of_its_own() {
    assertThat(body(get(readSide.manager(), "/desk/agencies")))
        .contains("機関一覧", "市の窓口は今日", "href=\"/desk/?agency=" + HOKATSU + "\"")
        .doesNotContain("th:", "${", "style=\"");
  }

  @Test
  void what_could_not_be_read_is_tried_again_or_passed_with_a_reason_from_the_page() {
    AsideEntry entry = putGarbageBehind(sheet);
    assertThat(body(get(readSide.desk(), "/desk/operation")))
        .contains(entry.place().toString(), entry.reason().label(), "送り直された");
    assertThat(body(get(readSide.desk(), "/desk/cases/" + sheet.caseId()))).contains("不完全");

    assertThat(post(readSide.desk(), "try-again", entry, "")).isEqualTo(HttpStatus.FOUND);
    assertThat(post(readSide.desk(), "pass", entry, ""))
        .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    assertThat(post(readSide.agency(HOKATSU), "pass", entry, "NOT_OURS"))
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(body(get(readSide.desk(), "/desk/operation"))).contains("最後に頼んだのは");
    assertThat(post(readSide.manager(), "pass", entry, "NOT_OURS")).isEqualTo(HttpStatus.FOUND);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(body(get(readSide.desk(), "/desk/operation?done=passed")))
                    .contains("読まずに先へ進めました。", "取り置いた記録はありません。"));
    assertThat(post(readSide.desk(), "pass", entry, "NOT_OURS")).isEqualTo(HttpStatus.NOT_FOUND);
  }

  private AsideEntry putGarbageBehind(Household household) {
    String key = household.caseId().toString();
    readSide.ledger().put(readSide.ledger().topics().ledger(), key, new byte[] {1, 2, 3});
    AsideTopic aside = readSide.bean(AsideTopic.class);
    await().atMost(SOON).until(() -> !aside.book().open().isEmpty());
    return aside.book().open().getFirst();
  }

  private static HttpStatusCode post(
      RestTestClient client, String action, AsideEntry entry, String reason) {
    return client
        .post()
        .uri("/desk/operation/" + action)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .accept(MediaType.TEXT_HTML)
        .body("place=" + entry.place() + (reason.isEmpty() ? "" : "&reason=" + reason))
        .exchange()
        .returnResult()
        .getStatus();
  }

  @Test
  void a_lane_and_choices_stand_in_the_address_and_are_kept_by_every_link() {
    String page =
        body(get(readSide.desk(), "/desk/?lane=TRIAGE&agency=" + HOKATSU + "&field=&limit=1"));

    assertThat(lanes(page)).containsExactly("TRIAGE");
    assertThat(page)
        .contains(sheet.caseId().toString(), "value=\"" + HOKATSU + "\" selected")
        .contains("<input type=\"hidden\" name=\"lane\" value=\"TRIAGE\">")
        .doesNotContain(hidden.caseId().toString());
    List<String> tabs = found("href=\"(/desk/\\?[^\"]*)\"", page);
    assertThat(tabs).isNotEmpty().allMatch(link -> link.contains("agency=" + HOKATSU));
    assertThat(body(get(readSide.desk(), "/desk/?lane=AGENCY_LEFT&agency=" + HOKATSU + "")))
        .contains("この条件で待っているものはありません。");
  }

  @Test
  void every_page_of_the_queue_is_reached_by_its_links() {
    List<String> all = new ArrayList<>();
    String address = "/desk/?limit=2";
    while (!address.isEmpty()) {
      String page = body(get(readSide.manager(), address));
      all.addAll(lanes(page));
      address =
          found("class=\"more\"><a href=\"([^\"]*)\"", page).stream()
              .findFirst()
              .orElse("")
              .replace("&amp;", "&");
    }
    assertThat(all)
        .as("without the sheet of a protected case")
        .containsExactly("ESCALATED", "TRIAGE", "COORDINATION", "DUE_SOON");
  }

  @Test
  void what_a_filter_does_not_know_is_refused_in_words() {
    EntityExchangeResult<String> answer = get(readSide.desk(), "/desk/?urgency=SOON");

    assertThat(answer.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(body(answer)).contains("<h1>", "urgency");
  }

  @Test
  void to_an_agency_and_the_protection_officer_no_page_exists_and_a_stranger_is_asked() {
    for (String path : pages().toList()) {
      for (RestTestClient client :
          List.of(readSide.agency(HOKATSU), readSide.agency(DESK), readSide.protectionOfficer())) {
        EntityExchangeResult<String> answer = get(client, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(body(answer)).isEqualTo(body(get(client, "/nothing-here")));
      }
      assertThat(get(readSide.stranger(), path).getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }
  }

  @Test
  void a_case_is_seen_whole_from_outside_with_what_is_to_be_done_on_top() {
    String page = body(get(readSide.desk(), "/desk/cases/" + late.caseId()));

    assertThat(page)
        .containsSubsequence("次にすること", "期限超過", "催促してください。", "つなぎの流れ", "経過", "同意", "会議")
        .doesNotContain("th:", "${", "style=\"", "https://");
    assertThat(page.substring(page.indexOf("つなぎの流れ")))
        .as("who passed it to whom, and how long each step waited")
        .contains("→", "class=\"wait\"");
    assertThat(body(get(readSide.manager(), "/desk/cases/" + late.caseId()))).contains("つなぎの流れ");
  }

  @Test
  void a_case_is_seen_as_it_was_known_at_a_moment() {
    String page =
        body(get(readSide.desk(), "/desk/cases/" + late.caseId() + "?asAt=2026-11-02T17:15"));

    assertThat(page)
        .contains("今の内容ではありません。", "value=\"2026-11-02T17:15\"")
        .doesNotContain("次にすること");
    assertThat(body(get(readSide.desk(), "/desk/cases/" + late.caseId() + "?asAt=")))
        .as("a form sends also what was left open")
        .contains("次にすること");
  }

  @Test
  void a_case_one_may_not_know_of_is_the_same_as_none() {
    String unknown = "/desk/cases/018f0000-0000-7000-8000-000000000000";
    EntityExchangeResult<String> answer = get(readSide.manager(), "/desk/cases/" + hidden.caseId());

    assertThat(answer.getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(body(answer)).isEqualTo(body(get(readSide.manager(), unknown)));
    assertThat(body(get(readSide.desk(), "/desk/cases/" + hidden.caseId())))
        .as("the desk sees of it what an agency in its place sees")
        .contains("つなぎの流れ");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void an_open_page_is_told_that_the_queue_changed_and_a_manager_nothing_of_a_protected_case()
      throws Exception {
    try (Listening desk = listen("desk-role");
        Listening manager = listen("manager")) {
      Household secret =
          Household.receivedBy(
              SHAKYO,
              START.plusSeconds(9),
              new Protection(Set.of(SHAKYO), Set.of(), LocalDate.of(2027, 3, 31)));
      secret.sheet(secret.newLeg(), SHAKYO, Urgency.NORMAL);
      readSide.tell(secret);
      assertThat(desk.nextNews()).isEqualTo("1");
      Household fresh = Household.receivedBy(HOKATSU, START.plusSeconds(10));
      readSide.tell(fresh.sheet(fresh.newLeg(), HOKATSU, Urgency.NORMAL));
      assertThat(desk.nextNews()).isEqualTo("1");
      assertThat(manager.nextNews()).isEqualTo("1");
      assertThat(manager.news()).as("of the protected one too").isEmpty();
    }
  }

  /** A page that listens from the moment it was made. */
  private Listening listen(String role) throws Exception {
    RestTestClient client = role.equals("manager") ? readSide.manager() : readSide.desk();
    String address =
        found("data-stream=\"([^\"]*)\"", body(get(client, "/desk/?lane=COORDINATION"))).getFirst();
    return Listening.to(readSide.url() + address, role + "-token");
  }

  private record Listening(HttpClient client, BlockingQueue<String> news) implements AutoCloseable {

    static Listening to(String url, String token) throws Exception {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Authorization", "Bearer " + token)
              .build();
      HttpResponse<Stream<String>> answer =
          client.send(request, HttpResponse.BodyHandlers.ofLines());
      BlockingQueue<String> news = new LinkedBlockingQueue<>();
      Thread.ofVirtual()
          .start(
              () ->
                  answer
                      .body()
                      .filter(line -> line.startsWith("data:"))
                      .forEach(line -> news.add(line.substring("data:".length()))));
      return new Listening(client, news);
    }

    String nextNews() throws InterruptedException {
      return Objects.requireNonNullElse(
          news.poll(SOON.toSeconds(), TimeUnit.SECONDS), "nothing came");
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }

  private Stream<String> pages() {
    return Stream.of(
        "/desk/",
        "/desk/triage",
        "/desk/triage/" + sheetLeg,
        "/desk/remind",
        "/desk/news",
        "/desk/cases/" + late.caseId(),
        "/desk/agencies",
        "/desk/operation");
  }

  private static List<String> lanes(String page) {
    return found("<tr data-lane=\"([A-Z_]+)\"", page);
  }
}
