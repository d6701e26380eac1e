package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A form of a case from the first word to a version that stays, in the agency's window. */
@Timeout(180)
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class FormPagesTest {

  private static final String OWN = HIGASHI + "-sample";
  private static final String OTHER = SHAKYO + "-sample";
  private static final Map<String, String> PLAN =
      Map.ofEntries(
          Map.entry("writtenOn", "2026-09-03"),
          Map.entry("author", "東部 山田"),
          Map.entry("goals[0].person", "1"),
          Map.entry("goals[0].term", "LONG"),
          Map.entry("goals[0].about", "CARE"),
          Map.entry("goals[0].goal", "髙﨑カナリヤが𠮷野家まで歩く"),
          Map.entry("supports[0].person", "2"),
          Map.entry("supports[0].about", "DEBT"),
          Map.entry("supports[0].by", "shakyo"),
          Map.entry("supports[0].support", "借金カナリヤ 180万円の整理"),
          Map.entry("supports[0].frequency", "月2回"),
          Map.entry("monitoringOn", "2026-12-03"));

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow pages;
  private static String forms;
  private static String caseId;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    pages = new TestWindow(api);
    String sheet =
        location(
            pages.post(
                OWN, "/agencies/hokatsu-higashi/window/sheet", with(SHEET, "key", key())));
    caseId = sheet.replaceAll(".*/cases/([0-9a-f-]+).*", "$1");
    forms = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms";
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  @Test
  void what_was_typed_is_a_draft_then_a_version_and_the_next_one_leaves_it_as_it_is(
      CapturedOutput log) throws IOException {
    assertThat(get("").body())
        .contains("インテーク・アセスメントシート", "プランシート", "モニタリング記録", "評価シート", "まだ書かれていません");
    String key = key();
    HttpResponse<String> saved =
        post("/plan/write", with(with(PLAN, "key", key), "save", "1"));
    assertThat(location(saved)).endsWith(forms + "/plan/write");
    assertThat(get("/plan/write").body())
        .contains("借金カナリヤ", "保存済み", "value=\"" + key + "\"", "この下書きを捨てる");
    assertThat(get("").body()).contains("下書きの続きを書く");
    assertThat(
            pages.get(OWN, "/agencies/hokatsu-higashi/window/drafts/" + key).headers())
        .as("from where all drafts are listed")
        .satisfies(
            headers ->
                assertThat(headers.firstValue("Location").orElse("")).contains("/forms/plan/write"));

    HttpResponse<String> wrong =
        post("/plan/write", with(with(PLAN, "key", key), "supports[0].by", ""));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("支援する機関", "借金カナリヤ", "1</span>か所を直してください");

    String first = location(post("/plan/write", with(PLAN, "key", key)));
    assertThat(first).endsWith(forms + "/plan/1?done=1");
    assertThat(post("/plan/write", with(PLAN, "key", key)).headers().firstValue("Location"))
        .as("a page that is sent twice is one version")
        .hasValueSatisfying(again -> assertThat(again).contains("/plan/"));
    assertThat(get("/plan/1").body())
        .contains("髙﨑カナリヤが𠮷野家まで歩く", "借金カナリヤ 180万円の整理", "長期目標", "令和8年(2026年)12月3日(木)");

    String second = key();
    Map<String, String> changed =
        with(with(with(PLAN, "key", second), "after", "1"), "goals[0].goal", "毎日歩く");
    assertThat(location(post("/plan/write", changed))).endsWith("/plan/2?done=1");
    assertThat(get("/plan/2").body()).contains("毎日歩く").doesNotContain("野家まで歩く");
    assertThat(get("/plan/1").body()).contains("野家まで歩く").doesNotContain("毎日歩く");
    assertThat(get("").body()).contains("第2版", "第1版", "新しい版を書く");

    HttpResponse<String> late =
        post("/plan/write", with(with(changed, "key", key()), "goals[0].goal", "遅れて"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("第2版を書きました", "遅れて");

    HttpResponse<byte[]> paper =
        pages.paper(
            OWN,
            "/agencies/hokatsu-higashi/api/cases/" + caseId + "/forms/plan/1.pdf");
    assertThat(PdfReading.text(paper.body()))
        .contains("参考様式", "プランシート", "第1版", "裏面", "髙﨑カナリヤが𠮷野家まで歩く", "180万円の整理", "月2回");
    assertThat(api.get(HIGASHI, "/cases/" + caseId + "/forms/plan/2").body())
        .contains("毎日歩く", "\"number\":2");
    assertThat(api.get(HIGASHI, "/cases/" + caseId + "/forms").body())
        .contains("プランシート")
        .doesNotContain("毎日歩く");
    assertThat(log.getAll()).doesNotContain("カナリヤ");
  }

  @Test
  void what_it_is_about_does_not_exist_for_another_agency() {
    String theirs = "/agencies/shakyo/window/cases/";
    for (String end : new String[] {"", "/plan/write", "/plan/1", "/nothing/write", "/plan/9"}) {
      HttpResponse<String> other = pages.get(OTHER, theirs + caseId + "/forms" + end);
      HttpResponse<String> none =
          pages.get(OTHER, theirs + UUID.randomUUID() + "/forms" + end);
      assertThat(other.statusCode()).as(end).isEqualTo(404).isEqualTo(none.statusCode());
      assertThat(other.body()).isEqualTo(none.body());
    }
    assertThat(
            pages
                .post(OTHER, theirs + caseId + "/forms/plan/write", with(PLAN, "key", key()))
                .statusCode())
        .isEqualTo(404);
    assertThat(api.get(SHAKYO, "/cases/" + caseId + "/forms").status()).isEqualTo(404);
    assertThat(get("/nothing/write").statusCode()).isEqualTo(404);
    assertThat(get("/plan/99").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String end) {
    return pages.get(OWN, forms + end);
  }

  private static HttpResponse<String> post(String end, Map<String, String> form) {
    return pages.post(OWN, forms + end, form);
  }
}
