package jp.tsunagu.stats.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.testing.EdgeCheck;
import jp.tsunagu.contract.testing.EdgeCheck.Edge;
import jp.tsunagu.contract.testing.OpenApiCheck;
import jp.tsunagu.runtime.testing.PdfReading;
import jp.tsunagu.stats.recount.StatsRecount.Result;
import jp.tsunagu.stats.testing.CaseStory;
import jp.tsunagu.stats.testing.RandomStory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One broker and one application for all of it: they take long to start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeStatsTest {

  private static final Clock CLOCK =
      Clock.fixed(CaseStory.tokyo("2026-09-10T12:00"), TokyoTime.ZONE);

  private static final JsonMapper JSON = new JsonMapper();

  private Path folder;
  private CityBroker city;
  private RunningStats stats;

  @BeforeAll
  void start(@TempDir Path whole) {
    folder = whole;
    city = new CityBroker();
    city.append(desksCase().events());
    city.append(referral().events());
    stats = new RunningStats(city, folder.resolve("first"), CLOCK);
  }

  @AfterAll
  void stop() {
    stats.close();
    city.close();
  }

  @Test
  @Order(1)
  void before_the_ledger_is_read_nobody_guesses_and_then_the_caseload_is_right() {
    await()
        .atMost(SOON)
        .until(
            () -> {
              HttpResponse<String> answer = stats.get("desk", "/api/caseload");
              assertThat(answer.statusCode()).isIn(200, 503);
              if (answer.statusCode() == 503) {
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("NOT_READY");
              }
              return answer.statusCode() == 200;
            });
    String caseload = stats.get("desk", "/api/caseload").body();
    assertThat(caseload)
        .contains("\"dimension\":\"all\",\"name\":\"全体\",\"openCases\":2")
        .contains("\"name\":\"機関 shogai\",\"openCases\":1");
  }

  @Test
  @Order(2)
  void an_agency_sees_its_own_figures_and_no_others() {
    String own = stats.get("hokatsu", "/api/caseload").body();
    assertThat(own).contains("agency/hokatsu").doesNotContain("agency/shogai");
    assertThat(stats.get("hokatsu", "/api/tables/consultations").statusCode()).isEqualTo(403);
    assertThat(stats.get("hokatsu", "/api/changes").statusCode()).isEqualTo(403);
    assertThat(stats.get("nobody", "/api/caseload").statusCode()).isEqualTo(401);
    assertThat(stats.get("desk", "/internal/facts").statusCode()).isEqualTo(404);
  }

  @Test
  @Order(3)
  void times_answers_outcomes_and_flow_come_out() {
    assertThat(stats.get("desk", "/api/times?by=KIND").body())
        .contains("障害相談", "\"measure\":\"ACCEPTANCE\"", "開庁時間");
    assertThat(stats.get("desk", "/api/times?by=PAIR").body()).contains("機関 hokatsu → 機関 shogai");
    assertThat(stats.get("desk", "/api/times?window=LAST_HOUR").body()).contains("\"rows\":[]");
    assertThat(stats.get("desk", "/api/answers").body()).contains("\"sent\":2,\"answered\":1");
    assertThat(stats.get("desk", "/api/outcomes").body()).contains("つなぎ戻し", "行き来のある連鎖");
    assertThat(stats.get("desk", "/api/flow?from=2026-09-07&until=2026-09-09").body())
        .contains("\"date\":\"2026-09-08\"", "\"netChange\":1");
    assertThat(stats.get("desk", "/api/times?by=HEIGHT").statusCode()).isEqualTo(400);
    assertThat(stats.get("desk", "/api/flow?from=2026-09-09&until=2026-09-07").statusCode())
        .isEqualTo(400);
  }

  @Test
  @Order(4)
  void the_yearly_table_comes_out_the_same_as_screen_csv_and_excel() throws IOException {
    String path = "/api/tables/consultations?year=2026&format=";
    assertThat(stats.get("desk", path + "JSON").body())
        .contains("令和8年度(2026年度)", "{\"fields\":\"困窮\",\"new\":1,");
    byte[] utf8 = stats.bytes("desk", path + "CSV").body();
    String text = new String(utf8, UTF_8);
    assertThat(text).startsWith("\uFEFF分野,新規").contains("困窮,1,0,0").contains("計,1,0,0");
    byte[] shiftJis = stats.bytes("desk", path + "CSV_WINDOWS_31J").body();
    assertThat("\uFEFF" + new String(shiftJis, Charset.forName("windows-31j"))).isEqualTo(text);
    byte[] excel = stats.bytes("desk", path + "XLSX").body();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(excel));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      assertThat(rows.map(row -> row.getCellText(0) + "," + row.getCellText(1)))
          .hasSize(34)
          .contains("分野,新規", "困窮,1", "計,1");
    }
  }

  @Test
  @Order(5)
  void a_manager_finds_numbers_charts_and_tables_on_pages_that_load_nothing_from_elsewhere() {
    HttpResponse<String> page = stats.get("desk", "/figures/?year=2026");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("script-src 'self'"));
    assertThat(page.body())
        .contains(
            "開始した相談",
            "最初の回答まで",
            "回答なし",
            "多機関協働の割合",
            "前年同期",
            "<svg",
            "data-stream=\"/figures/news\"")
        .contains("不足した社会資源", "令和8年度")
        .doesNotContain("https://", "style=\"", "onclick");
    for (String path :
        List.of(
            "caseload",
            "flow",
            "times?by=PAIR",
            "answers?window=MONTH",
            "outcomes",
            "consultations?year=2026",
            "programmes",
            "meetings",
            "gaps",
            "review?year=2026",
            "pdca?year=2026",
            "issues",
            "issues?each=true",
            "resources",
            "resources?each=true")) {
      HttpResponse<String> table = stats.get("desk", "/figures/" + path);
      assertThat(table.statusCode()).as(path).isEqualTo(200);
      assertThat(table.body()).as(path).contains("<main", "format=XLSX", "統計へ戻る");
    }
    assertThat(stats.get("desk", "/figures/times?by=PAIR").body())
        .contains("機関 hokatsu → 機関 shogai");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/figures/?year=2147483647",
        "/figures/consultations?year=-1",
        "/figures/flow?from=%2B999999999-12-31",
        "/api/tables/consultations?year=2147483647",
        "/api/tables/programmes?year=0",
        "/api/tables/gaps?from=%2B999999999-12-31",
        "/api/tables/meetings?until=-999999999-01-01",
        "/api/flow?until=%2B999999999-12-31"
      })
  void a_year_or_day_of_no_office_is_refused_by_name(String path) {
    HttpResponse<String> refused = stats.get("desk", path);
    assertThat(refused.statusCode()).as(path).isEqualTo(400);
    assertThat(refused.body())
        .as(path)
        .contains(path.replaceAll(".*\\?(\\w+)=.*", "\"$1\""), "1900")
        .contains("2999");
  }

  @Test
  @Order(5)
  void every_number_of_the_page_opens_what_is_behind_it() {
    String page = stats.get("desk", "/figures/?year=2026").body();
    assertThat(linesBehind(page, "OPENED")).isEqualTo(2);
    assertThat(linesBehind(page, "SENT")).isEqualTo(2);
    assertThat(linesBehind(page, "FIRST_ANSWER")).as("calendar and office hours").isEqualTo(2);
    Matcher links = Pattern.compile("href=\"(/figures/[a-z]+\\?[^\"]*)\"").matcher(page);
    while (links.find()) {
      String behind = links.group(1).replace("&amp;", "&");
      assertThat(stats.get("desk", behind).statusCode()).as(behind).isEqualTo(200);
    }
    String tiles = page.substring(page.indexOf("class=\"tiles\""), page.indexOf("</dl>"));
    String besideLinks = tiles.replaceAll("(?s)<a .*?</a>", "").replaceAll("<[^>]*>", "");
    assertThat(besideLinks)
        .as("no number without what is behind it")
        .doesNotContainPattern("[0-9]+(?!割)");
  }

  /** The table behind the first number of this measure names its days in words. */
  private long linesBehind(String page, String measure) {
    Matcher link =
        Pattern.compile("href=\"(/figures/explanation[^\"]*" + measure + ")\"").matcher(page);
    assertThat(link.find()).as(measure).isTrue();
    String behind = stats.get("desk", link.group(1).replace("&amp;", "&")).body();
    assertThat(behind)
        .contains("案件番号", "数えない理由", "令和8-")
        .containsPattern("<h1>[^<]*の内訳 令和8年4月1日\\(水\\)〜[^</]*</h1>");
    return Pattern.compile("<tr><td").matcher(behind).results().count();
  }

  @Test
  @Order(5)
  void any_days_are_compared_with_any_others_and_both_ends_are_asked_for() {
    String asked =
        "/figures/?from=2026-09-01&until=2026-09-30&againstFrom=2026-08-01&againstUntil=2026-08-31";
    String page = stats.get("desk", asked).body();
    assertThat(page)
        .contains(
            "令和8年9月1日(火)〜令和8年9月10日(木)",
            "比べる期間",
            "name=\"againstFrom\" type=\"date\" required value=\"2026-08-01\"",
            "hx-get=\"" + asked.replace("&", "&amp;"),
            "/api/figures.pdf?from=2026-09-01")
        .doesNotContain("前年同期");
    for (String wrong :
        List.of("from=2026-09-01", "from=2026-09-02&until=2026-09-01", "againstUntil=2026-09-01")) {
      HttpResponse<String> refused = stats.get("desk", "/figures/?" + wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(refused.body()).as(wrong).contains("両方を書いてください");
    }
    assertThat(stats.get("desk", "/api/explanation?bucket=day-2026-09-07&measure=SENT").body())
        .contains("PARAMETER_INVALID", "now/all");
  }

  @Test
  @Order(5)
  void the_page_for_the_council_prints_the_numbers_of_the_interface() throws IOException {
    JsonNode told = JSON.readTree(stats.get("desk", "/api/figures?year=2026").body());
    HttpResponse<byte[]> paper = stats.bytes("desk", "/api/figures.pdf?year=2026");
    assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
    List<String> pages = PdfReading.pages(paper.body());
    assertThat(pages).hasSize(1);
    assertThat(told.path("tables").size()).isEqualTo(6);
    for (JsonNode row : told.path("tables").path(0).path("rows")) {
      String unit = row.path("value").isNumber() ? row.path("unit").asString() : "";
      assertThat(pages.getFirst())
          .contains((row.path("name").asString() + row.path("value").asString() + unit))
          .contains(told.path("network").asString().replace(" ", ""));
    }
    assertThat(told.path("tables").path(0).path("rows").path(0).path("value").asString())
        .as("two is a small number")
        .isEqualTo("非公開");
    for (String path : List.of("/api/figures", "/api/figures.pdf")) {
      assertThat(stats.get("hokatsu", path).statusCode()).as(path).isEqualTo(403);
      assertThat(stats.get("nobody", path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(stats.get("desk", "/figures/?year=2026").body())
        .contains("/api/figures.pdf?year=2026");
  }

  /** Scenario 5, N7: why it went on slowly is read before how slowly it went. */
  @Test
  @Order(5)
  void reasons_and_what_is_missing_are_offered_before_times() {
    assertThat(stats.get("desk", "/figures/?year=2026").body())
        .containsSubsequence("不足した社会資源</h2>", "連絡の結果</a>", "不足した社会資源</a>", "所要時間</a>");
  }

  @Test
  @Order(5)
  void to_an_agency_pages_with_the_figures_of_all_do_not_exist() {
    HttpResponse<String> page = stats.get("hokatsu", "/figures/");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).isEqualTo(stats.get("hokatsu", "/nothing-here").body());
    assertThat(stats.get("nobody", "/figures/").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(5)
  void every_number_can_be_explained() {
    assertThat(stats.get("desk", "/api/tables/consultations/cases?year=2026").body())
        .contains(named(desksCase()), named(referral()), "数える機関が受けていない");
    assertThat(stats.get("desk", "/api/explanation?bucket=day-2026-09-08/all&measure=SENT").body())
        .contains(named(referral()) + ",\"referralId\":\"" + referral().leg(1));
    assertThat(stats.get("desk", "/api/tables/consultations/cases?format=CSV").body())
        .contains("\uFEFF案件番号,案件ID,分野", referral().caseNumber() + "," + referral().caseId());
  }

  private static String named(CaseStory story) {
    String number = story.caseNumber() == null ? "" : story.caseNumber().value();
    return "\"caseNumber\":\"%s\",\"caseId\":\"%s\"".formatted(number, story.caseId());
  }

  @Test
  @Order(6)
  void what_grows_with_the_cases_comes_in_pages() {
    String list = "/api/explanation?bucket=day-2026-09-08/all&measure=SENT&limit=";
    assertThat(stats.get("desk", list + "1").body()).contains("\"rows\":[{");
    HttpResponse<String> tooMany = stats.get("desk", list + "201");
    assertThat(tooMany.statusCode()).isEqualTo(400);
    assertThat(tooMany.body()).contains("PARAMETER_INVALID", "\"limit\"");
    assertThat(stats.get("desk", "/api/tables/gaps?cursor=x").body()).contains("CURSOR_INVALID");
    assertThat(stats.get("desk", "/api/tables/consultations/cases?page=2").body())
        .contains("PARAMETER_UNKNOWN", "\"page\"");
  }

  @Test
  @Order(6)
  void tables_of_programmes_meetings_and_gaps_are_there() {
    assertThat(stats.get("desk", "/api/tables/programmes?year=2026").body())
        .contains("\"code\":\"第1号\",\"name\":\"包括的相談支援\",\"count\":1");
    assertThat(stats.get("desk", "/api/tables/supports?year=2026").body())
        .contains("\"kind\":\"アウトリーチ\",\"item\":\"開始\",\"count\":0");
    assertThat(stats.get("desk", "/api/tables/meetings").body()).contains("検討延べ件数");
    assertThat(stats.get("desk", "/api/tables/gaps").body()).contains("\"rows\":[]");
    assertThat(stats.get("desk", "/api/tables/review?year=2026").body())
        .contains("振り返り 令和8年度(2026年度)", "\"rows\":[]");
    assertThat(stats.get("desk", "/api/tables/pdca?year=2026").body())
        .contains("\"item\":\"第1号 包括的相談支援\",\"count\":1,\"before\":0", "9〜11月");
    assertThat(stats.get("desk", "/api/tables/pdca").body()).contains("令和7年度(2025年度)");
    assertThat(stats.get("desk", "/api/tables/issues").body()).contains("社会資源になった");
    assertThat(stats.get("desk", "/api/tables/issues?each=true").body()).contains("\"rows\":[]");
    assertThat(stats.get("desk", "/api/tables/resources?each=true&format=CSV").body())
        .contains("\uFEFF社会資源の番号,何を,どんな人に");
    assertThat(stats.get("hokatsu", "/api/tables/resources").statusCode()).isEqualTo(403);
  }

  @Test
  @Order(7)
  void changes_are_told_as_they_happen() throws Exception {
    HttpResponse<Stream<String>> changes =
        stats.ask(
            stats.request("desk", "/api/changes").build(), HttpResponse.BodyHandlers.ofLines());
    List<String> lines = new CopyOnWriteArrayList<>();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    changes.body().forEach(lines::add);
                  } catch (UncheckedIOException closed) {
                    lines.add("closed");
                  }
                });
    await().atMost(SOON).until(() -> lines.contains("event:reset"));
    city.append(
        new CaseStory(77).at("2026-09-10T11:00").received("desk", "chubu", Field.OTHER).events());
    await().atMost(SOON).until(() -> lines.stream().anyMatch(line -> line.contains("now/all")));
    assertThat(lines).anyMatch(line -> line.matches("id:[0-9a-z]+-[0-9]+"));
    reader.interrupt();
  }

  @Test
  @Order(8)
  void metrics_and_documentation_are_open() {
    await()
        .atMost(SOON)
        .until(
            () ->
                stats.get("", "/actuator/prometheus").body().contains("tsunagu_stats_open_cases"));
    OpenApiCheck.isSound(stats.get("", "/v3/api-docs").body());
    assertThat(stats.get("", "/actuator/health/readiness").body()).contains("UP");
  }

  @Test
  @Order(9)
  void its_edge_is_that_of_every_service() {
    EdgeCheck.isOn(
        new Edge(stats.address().port(), "/api/aside", "/api/aside/t/0/0/pass", "desk-token"));
  }

  @Test
  @Order(10)
  void a_recount_from_the_first_event_equals_what_is_held_also_with_unreadable_records() {
    List<CaseEvent> events = new ArrayList<>();
    for (int number = 100; number < 180; number++) {
      events.addAll(RandomStory.of(new Random(number), number).events());
    }
    city.append(events);
    CaseStory untouched =
        new CaseStory(500).at("2026-09-10T11:00").received("desk", "chubu", Field.OTHER);
    CaseStory touched =
        new CaseStory(501).at("2026-09-10T11:00").received("desk", "chubu", Field.OTHER);
    CaseStory named =
        new CaseStory(502).at("2026-09-10T11:00").received("desk", "chubu", Field.OTHER);
    city.spoil(touched.events().getFirst(), named.caseId().toString());
    city.append(touched.events());
    city.append(untouched.events());
    await().atMost(SOON).until(() -> recount().filter(Result::agrees).isPresent());
    assertThat(recount().orElseThrow().cases()).isEqualTo(84);
    assertThat(stats.get("desk", "/api/caseload").body()).contains("不完全: 読めない記録のある案件が2件");
    assertThat(stats.get("", "/actuator/health").body()).contains("UP");
  }

  @Test
  @Order(11)
  void an_instance_that_lost_its_state_builds_it_anew_and_says_so_until_then() {
    String before = rows(stats.get("desk", "/api/caseload").body());
    stats.close();
    stats = new RunningStats(city, folder.resolve("empty"), CLOCK);
    await()
        .atMost(SOON)
        .until(
            () -> {
              HttpResponse<String> answer = stats.get("desk", "/api/caseload");
              if (answer.statusCode() == 200) {
                assertThat(rows(answer.body())).isEqualTo(before);
              }
              return answer.statusCode() == 200;
            });
  }

  private Optional<Result> recount() {
    return city.recount(List.of(stats.address()));
  }

  private static String rows(String body) {
    return body.substring(body.indexOf("\"rows\""));
  }

  private static CaseStory desksCase() {
    return new CaseStory(1).at("2026-09-07T10:00").received("desk", "chubu", Field.POVERTY);
  }

  private static CaseStory referral() {
    return new CaseStory(2)
        .at("2026-09-08T10:00")
        .received("hokatsu", "chubu", Field.ELDERLY_CARE)
        .sent(1, "hokatsu", "shogai")
        .arrived(1)
        .at("2026-09-09T10:00")
        .accepted(1)
        .sent(2, "hokatsu", "desk");
  }
}
