package jp.tsunagu.runtime.login;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.service.SmallApplication;
import jp.tsunagu.runtime.service.SmallService;
import jp.tsunagu.runtime.site.PageNews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A small service with a login, whose provider is away when it starts. */
class LoginTest {
  private static final String PAGE = "text/html,*/*;q=0.8";
  private static final String JSON = "application/json";
  private static final Map<String, Object> STAFF =
      Map.of(
          "sub",
          "p-1",
          "sid",
          "s-1",
          "name",
          "見本 花子",
          "agency",
          "shakyo",
          "roles",
          List.of("agency-staff"));

  /** So far may clocks differ. */
  private static final Duration TOLERATED = Duration.ofSeconds(60);

  private static StubProvider provider;
  private static SmallService service;

  private CookieManager cookies = new CookieManager();
  private HttpClient browser = browser(cookies);

  @BeforeAll
  static void start() {
    provider = new StubProvider();
    provider.goAway();
    service = small(provider, List.of());
    provider.comeBack();
  }

  private static SmallService small(StubProvider of, List<String> more) {
    return SmallService.start(
        Service.class,
        Stream.of(
                of.settings(),
                List.of(
                    "spring.application.name=small",
                    "tsunagu.site.window=http://window.example.jp/",
                    "tsunagu.site.desk=http://desk.example.jp/"),
                SmallService.caller(0, "agency", "right", "agency=shakyo"),
                more)
            .flatMap(List::stream)
            .toList());
  }

  @AfterAll
  static void stop() {
    service.close();
    provider.close();
  }

  @BeforeEach
  void somebody() {
    provider.isNow(STAFF);
    cookies = new CookieManager();
    browser = browser(cookies);
  }

  private static HttpClient browser(CookieManager cookies) {
    return HttpClient.newBuilder()
        .cookieHandler(cookies)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build();
  }

  @Test
  void a_stranger_who_opens_a_page_is_sent_to_the_login_and_comes_back_as_herself() {
    HttpResponse<String> page = get("/agencies/shakyo/who", PAGE);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/agencies/shakyo/who");
    assertThat(page.body()).isEqualTo("AgencyStaff 見本 花子");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .satisfies(
            policy ->
                assertThat(policy)
                    .contains("default-src 'self'", "form-action 'self' " + provider.issuer())
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(cookies.getCookieStore().getCookies())
        .singleElement()
        .satisfies(
            cookie -> {
              assertThat(cookie.getName()).isEqualTo("tsunagu-small");
              assertThat(cookie.isHttpOnly()).isTrue();
            });
  }

  @Test
  void the_bare_address_leads_to_where_ones_work_begins() {
    get("/api/who", PAGE);
    HttpClient still = HttpClient.newBuilder().cookieHandler(cookies).build();
    browser = still;
    assertThat(get("/", PAGE).headers().firstValue("Location"))
        .hasValue("http://window.example.jp/agencies/shakyo/");
  }

  @Test
  void a_role_without_pages_is_told_so_and_how_to_go_on() {
    provider.isNow(Map.of("sub", "p-3", "name", "見本 次郎", "roles", List.of("meeting-secretary")));
    get("/api/who", PAGE);
    HttpResponse<String> page = get("/", PAGE);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("この役割の画面はまだありません", "/swagger-ui.html", "/logout");
  }

  @Test
  void the_protection_officer_is_led_to_the_protected_cases() {
    provider.isNow(Map.of("sub", "p-4", "name", "見本 三郎", "roles", List.of("protection-officer")));
    get("/api/who", PAGE);
    HttpClient still = HttpClient.newBuilder().cookieHandler(cookies).build();
    browser = still;
    assertThat(get("/", PAGE).headers().firstValue("Location"))
        .hasValue("http://desk.example.jp/desk/protected/");
  }

  @Test
  void a_stranger_who_is_a_program_is_told_so_and_gets_no_session() {
    HttpResponse<String> refused = get("/api/who", JSON);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("UNAUTHENTICATED");
    assertThat(cookies.getCookieStore().getCookies()).isEmpty();
    assertThat(get("/none", PAGE).statusCode()).isEqualTo(404);
  }

  @Test
  void what_a_page_sends_needs_its_secret_and_what_a_program_sends_does_not() {
    get("/api/who", PAGE);
    HttpResponse<String> refused = post("/api/things", Map.of());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("PAGE_TOO_OLD");
    String secret = get("/api/secret", JSON).body();
    assertThat(post("/api/things", Map.of("_csrf", secret)).body()).isEqualTo("done");
    assertThat(
            send(request("/api/things", JSON)
                    .header("Authorization", "Bearer right")
                    .POST(BodyPublishers.noBody()))
                .body())
        .isEqualTo("done");
  }

  @Test
  void tokens_of_the_settings_and_of_the_provider_stand_beside_each_other() {
    assertThat(bearing("right").body()).isEqualTo("AgencySystem null");
    Map<String, Object> system =
        Map.of("sub", "s", "aud", "tsunagu", "agency", "shakyo", "roles", "system");
    assertThat(bearing(provider.signed("JWT", system)).body()).isEqualTo("AgencySystem null");
    Map<String, Object> elsewhere =
        Map.of("sub", "s", "aud", "other", "agency", "shakyo", "roles", "system");
    HttpResponse<String> refused = bearing(provider.signed("JWT", elsewhere));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(bearing("a.b.c").body()).isEqualTo(refused.body());
    Map<String, Object> nobody = Map.of("sub", "s", "aud", "tsunagu", "roles", "system");
    assertThat(bearing(provider.signed("JWT", nobody)).body()).isEqualTo(refused.body());
  }

  @Test
  void a_token_begins_no_session_however_often_it_comes() {
    for (String path : List.of("/api/who", "/api/who", "/api/secret", "/api/late")) {
      HttpResponse<String> answer = bearing(path, "right");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
    }
    assertThat(bearing("/api/late", "right").body())
        .as("a long page is whole, though its form comes when the first of it is on its way")
        .endsWith("the end");
    assertThat(cookies.getCookieStore().getCookies()).isEmpty();
    assertThat(service.bean(SessionRegistry.class).getAllPrincipals())
        .noneMatch(Caller.class::isInstance);
  }

  @Test
  void while_the_provider_is_away_sessions_and_tokens_go_on_and_a_new_token_of_it_is_a_503() {
    get("/api/who", PAGE);
    try (StubProvider other = new StubProvider();
        SmallService fresh = small(other, List.of())) {
      other.goAway();
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(fresh.at("/api/who"))
                  .header("Authorization", "Bearer " + other.signed("JWT", STAFF)));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("LOGIN_AWAY");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
    provider.goAway();
    try {
      int before = provider.refreshed();
      await()
          .pollDelay(Duration.ofMillis(1100))
          .untilAsserted(
              () -> assertThat(get("/api/who", JSON).body()).isEqualTo("AgencyStaff 見本 花子"));
      assertThat(provider.refreshed()).isEqualTo(before);
      assertThat(bearing("right").statusCode()).isEqualTo(200);
    } finally {
      provider.comeBack();
    }
  }

  @Test
  void who_is_withdrawn_at_the_provider_is_out_and_a_changed_role_is_seen() {
    get("/api/who", PAGE);
    provider.isNow(Map.of("sub", "p-1", "name", "見本 花子", "roles", List.of("manager")));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(get("/api/who", JSON).body()).isEqualTo("Supervisor 見本 花子"));
    provider.withdraw();
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(get("/api/who", JSON).statusCode()).isEqualTo(401));
    assertThat(get("/api/who", PAGE).body()).contains("ログインできませんでした");
  }

  @Test
  void who_is_nobody_here_gets_the_answer_of_what_does_not_exist_and_no_endless_login() {
    HttpResponse<String> nothing = bearing("/api/none", "right");
    provider.isNow(Map.of("sub", "p-2", "roles", List.of("gardener")));
    assertThat(get("/agencies/shakyo/who", PAGE).statusCode()).isEqualTo(404);
    assertThat(get("/agencies/shakyo/who", JSON).body()).isEqualTo(nothing.body());
  }

  @Test
  void the_provider_ends_a_session_over_the_back_channel() {
    get("/api/who", PAGE);
    Map<String, Object> over =
        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    Map<String, Object> said =
        Map.of("sub", "p-1", "sid", "s-1", "aud", StubProvider.CLIENT, "events", over);
    assertThat(told("rubbish")).isEqualTo(400);
    assertThat(told(provider.signed("JWT", Map.of("sub", "p-1", "aud", StubProvider.CLIENT))))
        .as("an id token")
        .isEqualTo(400);
    assertThat(told(provider.signed("logout+jwt", with(said, "aud", "another-service"))))
        .isEqualTo(400);
    assertThat(told(provider.signed("logout+jwt", with(said, "nonce", "n")))).isEqualTo(400);
    assertThat(get("/api/who", JSON).statusCode()).isEqualTo(200);
    assertThat(told(provider.signed("logout+jwt", said))).isEqualTo(200);
    assertThat(get("/api/who", JSON).statusCode()).isEqualTo(401);
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    Map<String, Object> more = new HashMap<>(claims);
    more.put(name, value);
    return more;
  }

  private int told(String token) {
    return post("/logout/connect/back-channel/tsunagu", Map.of("logout_token", token)).statusCode();
  }

  @Test
  void a_logout_ends_the_session_and_leads_to_the_provider_without_naming_it_in_an_address() {
    get("/api/who", PAGE);
    Matcher secret =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/logout", PAGE).body());
    assertThat(secret.find()).isTrue();
    HttpResponse<String> leaving = post("/logout", Map.of("_csrf", secret.group(1)));
    assertThat(leaving.body())
        .contains("action=\"" + provider.issuer() + "/end\"", "name=\"id_token_hint\"");
    assertThat(get("/api/who", JSON).statusCode()).isEqualTo(401);
  }

  @Test
  void the_pages_around_a_login_look_like_all_others() {
    for (String path : List.of("/login/ended", "/login/failed", "/login/away")) {
      assertThat(get(path, PAGE).body())
          .as(path)
          .contains("<html lang=\"ja\"", "/site/site.css", "<h1>", "href=\"/\"")
          .doesNotContain("th:");
    }
    get("/api/who", PAGE);
    assertThat(get("/logout", PAGE).body()).contains("/site/site.css", "action=\"/logout\"");
  }

  @Test
  void a_stream_ends_with_its_session_whichever_way_that_ends() throws Exception {
    HttpResponse<Stream<String>> withdrawn = stream();
    provider.withdraw();
    ends(withdrawn);
    provider.isNow(STAFF);
    somebody();
    HttpResponse<Stream<String>> changed = stream();
    provider.isNow(Map.of("sub", "p-1", "name", "見本 花子", "roles", List.of("manager")));
    ends(changed);
    somebody();
    HttpResponse<Stream<String>> leaving = stream();
    assertThat(post("/logout", Map.of("_csrf", secret())).statusCode()).isEqualTo(200);
    ends(leaving);
  }

  @Test
  void a_stream_of_a_system_ends_with_its_token() throws Exception {
    Instant almostOver = Instant.now().minus(TOLERATED).plusSeconds(10);
    Map<String, Object> system =
        Map.of(
            "sub", "s",
            "aud", "tsunagu",
            "agency", "shakyo",
            "roles", "system",
            "iat", Date.from(almostOver.minus(TOLERATED)),
            "exp", Date.from(almostOver));
    HttpResponse<Stream<String>> stream =
        browser.send(
            request("/agencies/shakyo/news", "text/event-stream")
                .header("Authorization", "Bearer " + provider.signed("JWT", system))
                .build(),
            BodyHandlers.ofLines());
    ends(stream);
  }

  @Test
  void a_page_may_ask_how_long_a_session_lasts_and_only_its_person_prolongs_it() {
    assertThat(get("/login/session", JSON).body()).isEqualTo("{\"left\":0}");
    get("/api/who", PAGE);
    assertThat(left(get("/login/session", JSON))).isBetween(1700, 1800);
    assertThat(post("/login/session", Map.of()).statusCode())
        .as("another site cannot prolong it")
        .isEqualTo(403);
    assertThat(left(post("/login/session", Map.of("_csrf", secret())))).isBetween(1790, 1800);
  }

  @Test
  void a_session_that_is_left_alone_ends_and_the_next_page_comes_back_after_a_login() {
    try (SmallService hasty = small(provider, List.of("tsunagu.login.idle=3s"))) {
      SmallService usual = service;
      service = hasty;
      try {
        get("/api/who", PAGE);
        assertThat(left(get("/login/session", JSON))).isBetween(1, 3);
        await().atMost(SOON).until(() -> left(get("/login/session", JSON)) == 0);
        assertThat(get("/api/who", JSON).statusCode()).isEqualTo(401);
        HttpResponse<String> back = get("/agencies/shakyo/who", PAGE);
        assertThat(back.uri().toString()).endsWith("/agencies/shakyo/who");
        assertThat(back.body()).isEqualTo("AgencyStaff 見本 花子");
      } finally {
        service = usual;
      }
    }
  }

  private HttpResponse<Stream<String>> stream() throws IOException, InterruptedException {
    get("/api/who", PAGE);
    return browser.send(
        request("/agencies/shakyo/news", "text/event-stream").build(), BodyHandlers.ofLines());
  }

  private static void ends(HttpResponse<Stream<String>> stream) {
    assertThat(stream.statusCode()).isEqualTo(200);
    CompletableFuture<Long> lines = CompletableFuture.supplyAsync(() -> stream.body().count());
    await().atMost(SOON).until(lines::isDone);
  }

  private String secret() {
    return get("/api/secret", JSON).body();
  }

  private static int left(HttpResponse<String> answer) {
    return Integer.parseInt(answer.body().replaceAll("\\D", ""));
  }

  @Test
  void a_person_has_so_many_sessions_and_the_oldest_ends() {
    get("/api/who", PAGE);
    HttpClient oldest = browser;
    for (int number = 0; number < 5; number++) {
      browser = browser(new CookieManager());
      get("/api/who", PAGE);
    }
    assertThat(get("/api/who", JSON).statusCode()).isEqualTo(200);
    browser = oldest;
    assertThat(get("/api/who", JSON).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String path, String accept) {
    return send(request(path, accept));
  }

  private HttpResponse<String> bearing(String token) {
    return bearing("/api/who", token);
  }

  private HttpResponse<String> bearing(String path, String token) {
    return send(request(path, JSON).header("Authorization", "Bearer " + token));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) {
    List<String> pairs =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .toList();
    return send(
        request(path, JSON)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(String.join("&", pairs))));
  }

  private static HttpRequest.Builder request(String path, String accept) {
    return service.request(path, null).header("Accept", accept);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return SmallService.send(browser, request);
  }

  /** A service with two doors. */
  @SmallApplication
  @RestController
  static class Service {
    private final PageNews news = new PageNews(10, Duration.ofMillis(500));

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    Door.Doors doors() {
      return Door.Doors.of(Door.api(), SmallService.agencies());
    }

    @GetMapping({"/api/who", "/agencies/{agencyId}/who"})
    String who(Caller caller, HttpServletRequest request) {
      CurrentPerson person = CurrentPerson.of(request);
      return caller.getClass().getSimpleName()
          + " "
          + (person == null ? null : person.displayName());
    }

    @GetMapping(path = "/agencies/{agencyId}/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Nullable ResponseEntity<Object> listen(
        HttpServletRequest request, HttpServletResponse response) {
      return news.answer(request, response, null);
    }

    @GetMapping("/api/late")
    void late(org.springframework.security.web.csrf.CsrfToken token, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("-".repeat(100_000));
      response.getWriter().write(token.getToken() + "the end");
    }

    @GetMapping("/api/secret")
    String secret(org.springframework.security.web.csrf.CsrfToken token) {
      return token.getToken();
    }

    @PostMapping("/api/things")
    String act() {
      return "done";
    }
  }
}
