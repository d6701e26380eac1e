package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.message.RefusalMatter;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A form of a case from the first word to a version that stays, in the agency's window. */
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

  private static final Map<String, String> MONITORING =
      Map.of(
          "writtenOn", "2026-09-03",
          "author", "東部 山田",
          "monitoredOn", "2026-09-02",
          "supports[0].person", "1",
          "supports[0].about", "CARE",
          "supports[0].by", "shakyo",
          "supports[0].carried", "AS_PLANNED");

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
            pages.post(OWN, "/agencies/hokatsu-higashi/window/sheet", with(SHEET, "key", key())));
    caseId = sheet.replaceAll(".*/cases/([0-9a-f-]+).*", "$1");
    forms = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms";
    CaseId id = CaseId.of(caseId);
    api.network()
        .deliver(HIGASHI, id, new PersonsRegistered(TestNetwork.header(id, 1, HIGASHI), 3));
    api.network().deliver(HIGASHI, id, consent(id));
    await()
        .atMost(SOON)
        .until(() -> api.get(HIGASHI, "/cases/" + caseId).body().contains("\"consents\":[{"));
  }

  /** The first person lets 社協 know of her care. */
  private static ConsentRecorded consent(CaseId id) {
    return new ConsentRecorded(
        TestNetwork.header(id, 2, HIGASHI),
        new ConsentId(UUID.randomUUID()),
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            Set.of(DetailKind.CARE),
            Set.of(SHAKYO),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 9, 3),
            null));
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  @Test
  void what_was_typed_is_a_draft_then_a_version_and_the_next_one_leaves_it_as_it_is(
      CapturedOutput log) throws IOException {
    assertThat(get("").body()).contains("インテーク・アセスメントシート", "プランシート", "モニタリング記録", "評価シート", "書ける様式");
    String key = key();
    HttpResponse<String> saved = post("/plan/write", with(with(PLAN, "key", key), "save", "1"));
    assertThat(location(saved)).endsWith(forms + "/plan/write?draft=" + key);
    assertThat(get("/plan/write").body())
        .contains("借金カナリヤ", "保存済み", "value=\"" + key + "\"", "この下書きを捨てる");
    assertThat(get("").body()).contains("下書きの続きを書く");
    assertThat(pages.get(OWN, "/agencies/hokatsu-higashi/window/drafts/" + key).headers())
        .as("from where all drafts are listed")
        .satisfies(
            headers ->
                assertThat(headers.firstValue("Location").orElse(""))
                    .contains("/forms/plan/write"));

    HttpResponse<String> wrong =
        post("/plan/write", with(with(PLAN, "key", key), "supports[0].by", ""));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("支援する機関", "借金カナリヤ", "1</span>か所を直してください");

    String first = location(post("/plan/write", with(PLAN, "key", key)));
    assertThat(first).contains(forms + "?done=");
    assertThat(get(first.substring(first.indexOf("?done="))).body()).contains("第1版", "新しい版を書く");
    assertThat(location(post("/plan/write", with(PLAN, "key", key))))
        .as("a page that is sent twice is one version")
        .isEqualTo(first);
    assertThat(get("/plan/1").body())
        .contains("<h1><span>プランシート</span>")
        .contains("髙﨑カナリヤが𠮷野家まで歩く", "借金カナリヤ 180万円の整理", "長期目標", "令和8年(2026年)12月3日(木)");

    String second = key();
    Map<String, String> changed =
        with(with(with(PLAN, "key", second), "after", "1"), "goals[0].goal", "毎日歩く");
    assertThat(location(post("/plan/write", changed))).contains(forms + "?done=");
    assertThat(get("/plan/2").body()).contains("毎日歩く").doesNotContain("野家まで歩く");
    assertThat(get("/plan/1").body()).contains("野家まで歩く").doesNotContain("毎日歩く");
    assertThat(get("").body()).contains("第2版", "第1版", "新しい版を書く");

    HttpResponse<String> late =
        post("/plan/write", with(with(changed, "key", key()), "goals[0].goal", "遅れて"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .as("whoever sends it again has been told")
        .contains("第2版を書きました", "遅れて", "name=\"after\" value=\"2\"");

    HttpResponse<byte[]> paper =
        pages.paper(OWN, "/agencies/hokatsu-higashi/api/cases/" + caseId + "/forms/plan/1.pdf");
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
  void who_reads_what_is_shown_before_and_sealed_after_and_the_command_says_nothing_of_it() {
    Map<String, String> shared =
        with(
            with(with(PLAN, "readers", "shakyo"), "grounds[0].person", "1"),
            "grounds[0].basis",
            "CONSENT");
    HttpResponse<String> preview =
        post("/monitoring/write", with(with(MONITORING, "key", key()), "preview", "1"));
    assertThat(preview.body()).contains("渡る内容", "ほかの機関には何も渡りません", "この人の根拠が選ばれていません。");

    String key = key();
    Map<String, String> plan = with(with(shared, "key", key), "preview", "1");
    assertThat(post("/plan/write", plan).body())
        .contains("が読む内容", "髙﨑カナリヤが𠮷野家まで歩く", "渡らない内容", "世帯員2");

    String done = location(post("/plan/write", with(with(shared, "key", key), "after", latest())));
    String commandId = done.replaceAll(".*done=", "");
    CaseId id = CaseId.of(caseId);
    await().atMost(SOON).until(() -> recorded(commandId).isPresent());
    RecordForm command = recorded(commandId).orElseThrow();
    assertThat(command.form().formId()).isEqualTo("plan");
    assertThat(command.persons()).extracting(PersonRef::number).containsOnly(1, 2);
    assertThat(Objects.requireNonNull(command.dossier()).outline().parts())
        .as("the ground of the second person was not chosen")
        .extracting(PartOutline::name)
        .containsExactlyInAnyOrder("plan", "plan-1-1");
    assertThat(command.toString()).doesNotContain("カナリヤ");

    isADraftAgain(
        RefusalCode.NO_BASIS_FOR_PERSON.label(),
        new CommandRefused(
            command.header().commandId(),
            id,
            RefusalCode.NO_BASIS_FOR_PERSON,
            new RefusalMatter(Set.of(), Set.of(), Set.of(), null),
            List.of(NextStep.values()[0]),
            false,
            Instant.now()));
  }

  @Test
  void what_the_network_could_not_read_is_a_draft_again() {
    Map<String, String> plan = with(with(PLAN, "key", key()), "after", latest());
    String commandId = location(post("/plan/write", plan)).replaceAll(".*done=", "");
    await().atMost(SOON).until(() -> recorded(commandId).isPresent());
    TestNetwork.Sent sent =
        api.network().outbox(HIGASHI).stream()
            .filter(each -> recorded(commandId).equals(Optional.of(each.value())))
            .findFirst()
            .orElseThrow();
    isADraftAgain(
        "中央で処理に失敗",
        new CommandUnreadable(sent.partition(), sent.offset(), "GATEWAY_FAULT", Instant.now()));
  }

  private static void isADraftAgain(String reason, Record answer) {
    String version = latest();
    api.network().deliver(HIGASHI, CaseId.of(caseId), answer);
    await().atMost(SOON).until(() -> get("/plan/" + version).statusCode() == 404);
    String page = get("/plan/write").body();
    assertThat(page).as("with the reason").contains("髙﨑カナリヤ", reason);
    pages.post(OWN, forms + "/plan/draft/" + draft(page) + "/remove", Map.of());
  }

  private static Optional<RecordForm> recorded(String commandId) {
    return api.commands(HIGASHI, CaseId.of(caseId)).stream()
        .filter(RecordForm.class::isInstance)
        .map(RecordForm.class::cast)
        .filter(command -> command.header().commandId().toString().equals(commandId))
        .findFirst();
  }

  private static String latest() {
    return api.get(HIGASHI, "/cases/" + caseId + "/forms")
        .json()
        .path("versions")
        .valueStream()
        .filter(version -> version.path("formId").asString("").equals("plan"))
        .map(version -> version.path("number").asString(""))
        .findFirst()
        .orElse("0");
  }

  private static String draft(String page) {
    return page.replaceAll("(?s).*/plan/draft/([0-9a-f-]{36})/remove.*", "$1");
  }

  @Test
  void what_is_read_is_recorded_and_what_is_locked_is_read_no_more() {
    String path = "/cases/" + caseId + "/forms/monitoring";
    String body =
        """
        {"writtenOn": "2026-09-03", "author": "支援システム", "monitoredOn": "2026-09-02",
         "changes": [{"person": 1, "about": "介護", "change": "散歩に出た"},
                     {"person": 3, "about": "病気・医療", "change": "眠れている"}]}
        """;
    assertThat(api.post(HIGASHI, path, body).status()).isEqualTo(202);
    long before = readings(HIGASHI, "monitoring-3");
    assertThat(get("/monitoring/1").body()).contains("散歩に出た", "眠れている");
    assertThat(readings(HIGASHI, "monitoring-3")).isEqualTo(before + 1);

    api.network()
        .deliver(
            HIGASHI,
            CaseId.of(caseId),
            new SharingStopRequested(
                TestNetwork.header(CaseId.of(caseId), 3, SHAKYO), new PersonRef(3), HIGASHI));
    await().atMost(SOON).until(() -> !get("/monitoring/1").body().contains("眠れている"));
    assertThat(get("/monitoring/1").body()).contains("散歩に出た", "世帯員3", "共有停止");
    assertThat(api.get(HIGASHI, path + "/1").body())
        .contains("\"closed\":[3]")
        .doesNotContain("眠れている");
  }

  @Test
  void
      whom_a_row_is_about_is_chosen_by_her_name_once_it_was_opened_and_whose_name_is_offered_was_read() {
    Delivered unopened = pages.received(SHEET);
    tells(unopened.caseId());
    assertThat(pages.get(OTHER, plan(unopened)).body())
        .contains(">世帯員1<", ">世帯員2<")
        .doesNotContain(TestWindow.CANARY);

    Delivered opened = pages.opened(SHEET);
    tells(opened.caseId());
    long before = readings(SHAKYO, "person-1");
    assertThat(pages.get(OTHER, plan(opened)).body())
        .contains(">世帯員1 " + TestWindow.CANARY + "<", ">世帯員2<");
    assertThat(readings(SHAKYO, "person-1")).isEqualTo(before + 1);
    assertThat(pages.get(OTHER, plan(opened).replace("/plan/write", "")).body())
        .as("a list of forms names nobody")
        .doesNotContain(TestWindow.CANARY);
    assertThat(readings(SHAKYO, "person-1")).isEqualTo(before + 1);

    Map<String, String> unknown = with(with(PLAN, "key", key()), "goals[0].person", "7");
    assertThat(pages.post(OTHER, plan(opened), with(unknown, "author", "")).body())
        .as("who is not of the household stays as she was typed")
        .contains("<option value=\"7\" selected=\"selected\">7</option>");
  }

  private static String plan(Delivered one) {
    return "/agencies/shakyo/window/cases/" + one.caseId() + "/forms/plan/write";
  }

  /** That there are two people. */
  private static void tells(CaseId id) {
    api.network().deliver(SHAKYO, id, new PersonsRegistered(TestNetwork.header(id, 4, HIGASHI), 2));
    await()
        .atMost(SOON)
        .until(() -> api.get(SHAKYO, "/cases/" + id).body().contains("\"persons\":2"));
  }

  private static long readings(AgencyId agency, String part) {
    return api.bean(Databases.class)
        .of(agency)
        .jdbc()
        .sql("select count(*) from access_entry where :part = any(parts)")
        .param("part", part)
        .query(Long.class)
        .single();
  }

  @Test
  void a_system_writes_a_version_with_one_call() {
    String body =
        """
        {"writtenOn": "令和8年9月3日", "author": "支援システム", "verdict": "終結",
         "goals": [{"person": 1, "about": "介護", "goal": "歩く", "reached": "一部達成", "remains": "坂道"}]}
        """;
    String path = "/cases/" + caseId + "/forms/evaluation";
    TestApi.Reply first = api.post(HIGASHI, path, body);
    assertThat(first.status()).isEqualTo(202);
    assertThat(api.get(HIGASHI, path + "/1").body())
        .contains("\"reached\":\"REACHED_IN_PART\"", "坂道", "\"verdict\":\"CLOSE\"");
    assertThat(api.post(HIGASHI, path, body.replace("\"person\": 1, ", "")).body())
        .contains("goals[0].person", "FORM_INVALID");
    assertThat(
            api.post(
                    HIGASHI,
                    path,
                    "{\"writtenOn\": \"2026-09-03\", \"author\": \"支援\", \"verdict\": \"CLOSE\"}")
                .body())
        .contains("世帯員について書いた行がありません");
    assertThat(api.post(SHAKYO, path, body).status()).isEqualTo(404);
    String gaps = forms.replace("/forms", "/issues") + "?do=record&programme=COORDINATION";
    assertThat(get("/evaluation/1").body()).contains(gaps.replace("&", "&amp;"));
    assertThat(pages.get(OWN, gaps).body())
        .contains("value=\"COORDINATION\" selected")
        .doesNotContain("坂道");
  }

  @Test
  void what_it_is_about_does_not_exist_for_another_agency() {
    String theirs = "/agencies/shakyo/window/cases/";
    for (String end : new String[] {"", "/plan/write", "/plan/1", "/nothing/write", "/plan/9"}) {
      HttpResponse<String> other = pages.get(OTHER, theirs + caseId + "/forms" + end);
      HttpResponse<String> none = pages.get(OTHER, theirs + UUID.randomUUID() + "/forms" + end);
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
