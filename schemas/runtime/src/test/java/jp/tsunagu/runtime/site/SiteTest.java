package jp.tsunagu.runtime.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.runtime.caller.Door;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.service.SmallApplication;
import jp.tsunagu.runtime.service.SmallService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What every page has, at whichever service. */
class SiteTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
  private static SmallService service;

  @BeforeAll
  static void start() {
    service =
        SmallService.start(
            Service.class,
            Stream.of(
                    SmallService.caller(0, "agency", "right", "agency=shakyo"),
                    SmallService.caller(1, "desk", "desk"),
                    List.of("tsunagu.site.desk=https://desk.example.lg.jp/"))
                .flatMap(List::stream)
                .toList());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_page_has_its_frame_in_Japanese_and_loads_nothing_from_elsewhere() {
    HttpResponse<String> answer = get("/agencies/shakyo/window/try", "right", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body())
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"ja\"", "<head>", "本文へ", "<title>試しのページ – つなぐ</title>")
        .contains("href=\"/agencies/shakyo/\" aria-current=\"page\"")
        .doesNotContain(" style=", " onclick=", "<style", "th:", "${");
    assertThat(Pattern.compile("<script(?! src=\"/site/)").matcher(answer.body()).find()).isFalse();
  }

  @Test
  void whatever_is_answered_bears_the_one_policy_once() {
    for (String path :
        List.of(
            "/agencies/shakyo/window/try",
            "/agencies/hokatsu/window/try",
            "/api/refusing",
            "/none",
            "/forbidden;a=b",
            "/site/site.css",
            "/swagger-ui/index.html",
            "/actuator/health")) {
      assertThat(get(path, "right", BROWSER).headers().allValues(ContentPolicy.HEADER))
          .as(path)
          .containsExactly(POLICY);
    }
  }

  @Test
  void the_navigation_has_only_what_the_visitor_may_use() {
    assertThat(get("/agencies/shakyo/window/try", "right", BROWSER).body())
        .contains("受信", "つなぐシートを書く")
        .doesNotContain("待ち行列", "統計", "ログアウト");
    assertThat(get("/api/page", "desk", BROWSER).body())
        .contains("href=\"https://desk.example.lg.jp/desk/\"")
        .doesNotContain("受信", "つなぐシートを書く");
  }

  @Test
  void a_form_has_labels_needs_and_its_problems_twice() {
    String page = get("/agencies/shakyo/window/try", "right", BROWSER).body();
    assertThat(page)
        .contains("1</span>か所を直してください", "href=\"#f-text\"", "短く書いてください。")
        .contains("必須", "任意", "人を一つ加える")
        .contains("type=\"date\"", "type=\"datetime-local\"", "type=\"tel\"", "<textarea");
    for (String path : List.of("text", "colour", "one", "some", "rows[0].name", "mark.marked")) {
      assertThat(page).contains("name=\"" + path + "\"");
    }
  }

  @Test
  void dates_are_short_with_the_western_year_beside_and_durations_are_words() {
    assertThat(get("/agencies/shakyo/window/try", "right", BROWSER).body())
        .contains("12/8(火) 16:20", "title=\"令和8年(2026年)12月8日(火) 16:20\"", "あと 12日7時間");
  }

  @Test
  void a_browser_is_told_a_refusal_as_a_page_and_a_program_as_JSON() {
    for (String path : List.of("/none", "/api/refusing", "/agencies/hokatsu/window/try")) {
      HttpResponse<String> page = get(path, "right", BROWSER);
      HttpResponse<String> json = get(path, "right", "application/json");
      assertThat(page.statusCode()).as(path).isEqualTo(json.statusCode()).isEqualTo(404);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.body())
          .contains("<h1>見つかりません</h1>", CommonProblem.NOT_FOUND.detail(), "NOT_FOUND");
      assertThat(json.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
    assertThat(get("/api/refusing", "right", "*/*").headers().firstValue("Content-Type"))
        .hasValue("application/problem+json");
  }

  @Test
  void what_pages_load_comes_with_the_service() {
    for (String file :
        List.of(
            "tokens.css",
            "site.css",
            "site.js",
            "htmx.min.js",
            "icon.svg",
            "fonts/BIZUDPGothic-Regular.ttf")) {
      HttpResponse<String> answer = get("/site/" + file, null, "*/*");
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).as(file).hasValue("no-cache");
    }
  }

  private static HttpResponse<String> get(String path, @Nullable String token, String accept) {
    return SmallService.send(service.request(path, token).header("Accept", accept));
  }

  /** A service with one page. */
  @SmallApplication
  @Controller
  static class Service {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-26T00:00:00Z"), ZoneOffset.UTC);
    }

    @Bean
    SitePart part() {
      return SitePart.WINDOW;
    }

    @Bean
    Door.Doors doors() {
      return Door.Doors.of(Door.api(), SmallService.agencies());
    }

    @GetMapping({"/agencies/{agencyId}/window/try", "/api/page"})
    String page(Model model) {
      model.addAttribute(
          "form",
          new FormPage(
              TryForm.FORM,
              NetworkDirectory.EMPTY,
              FormPost.read(TryForm.FORM, Map.of()),
              List.of(new FieldProblem("text", "書かれていません。", "")),
              "",
              Set.of("uuid", "meeting")));
      model.addAttribute("at", Instant.parse("2026-12-08T07:20:00Z"));
      return "site-test/form";
    }

    @GetMapping("/api/refusing")
    @ResponseBody
    ResponseEntity<Object> refusing() {
      return CommonProblem.NOT_FOUND.problem().response();
    }
  }
}
