package jp.tsunagu.compose.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * 江戸川区: a department applies for a 支援会議 (申出), the desk receives it with advice, the meeting is
 * held, its minutes (会議録) and report (報告書) are written. Every text of them is a word of its own.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PapersOfAMeetingTest {

  private static final String KANKYO = "kankyo";
  private static final String DESK = "desk";
  private static final String HIGASHI = "hokatsu-higashi";
  private static final String SHAKYO = "shakyo";
  private static final String MINSEI = "minsei-higashi3";
  private static final String CALL_BACK = "/cases/%s/meeting-requests/%s/papers/call-back";
  private static final String KEY = "5b3c1a52-9f3e-4f0d-8f43-6d1f7c2f7a10";

  private final FormCanaries canaries = new FormCanaries();
  private ScenarioCity city;
  private String caseId;
  private String item;
  private String meeting;
  private String beforeOpening;
  private String opened;
  private String printed;
  private String printedForMinsei;
  private String received;
  private String toComeBack;
  private String toComeBackElsewhere;
  private String stillOut;
  private String backAlready;

  @BeforeAll
  void the_story() throws Exception {
    city = ScenarioCity.opened("edogawa", "2026-06-22T09:40");
    caseId =
        city.does(
                KANKYO,
                "/consultations",
                """
                {"consultation": {"fields": ["その他"], "area": "higashi", "urgency": "通常",
                 "reception": "新規", "persons": 1, "introducedBy": "NEIGHBOUR"}}
                """)
            .text("caseId");
    city.does(KANKYO, onCase("/coordination"), "{\"coordinator\": \"kankyo\"}");
    city.does(KANKYO, onCase("/coordination/accept"), "{}");
    item =
        city.at("2026-06-24T10:00")
            .does(
                KANKYO,
                onCase("/meeting-requests"),
                """
                {"conference": "支援会議", "purpose": "新規", "minutes": 60, "persons": [1],
                 "body": "shien-kaigi"}
                """)
            .text("requestId");
    writes(KANKYO, KnownForm.MEETING_APPLICATION, DESK, "2026-06-24");
    city.at("2026-06-26T10:00");
    writes(DESK, KnownForm.MEETING_ADVICE, KANKYO, "2026-06-26");
    city.does(
        DESK,
        onCase("/coordination/screening"),
        "{\"route\": \"支援会議\", \"reason\": \"PREVENTIVE\"}");
    isCalled();
    isHandedOutAndRead();
    isHeld();
    comesBackOnPaper();
    city.sees(SHAKYO, onCase("/papers"), body -> !body.path("papers").isEmpty());
    city.does(KANKYO, CALL_BACK.formatted(caseId, item), "{}");
    city.sees(HIGASHI, onCase("/papers"), body -> body.path("papers").isEmpty());
    writes(DESK, KnownForm.MEETING_MINUTES, HIGASHI, "2026-07-09");
    writes(KANKYO, KnownForm.MEETING_REPORT, DESK, "2026-07-09");
  }

  private void isCalled() {
    city.at("2026-07-01T10:00");
    for (String member : List.of(HIGASHI, SHAKYO, MINSEI)) {
      city.does(KANKYO, onCase("/coordination/members"), "{\"member\": \"" + member + "\"}");
    }
    meeting =
        city.commands(
                DESK,
                "/api/meetings",
                """
                {"body": "shien-kaigi", "session": "PER_CASE", "minutes": 60,
                 "startsAt": "2026-07-09T14:00:00+09:00",
                 "items": [{"caseId": "%s", "requestId": "%s"}]}
                """
                    .formatted(caseId, item))
            .text("meetingId");
    city.sees(SHAKYO, "/meetings?caseId=" + caseId, body -> body.toString().contains("ANNOUNCED"));
  }

  private void isHeld() {
    city.at("2026-07-09T15:10");
    city.commands(
        DESK,
        "/api/meetings/" + meeting + "/attendance",
        """
        {"heldAt": "2026-07-09T14:00:00+09:00", "attendees": [
          {"agency": "kankyo", "presence": "ATTENDED"},
          {"agency": "hokatsu-higashi", "presence": "ATTENDED"},
          {"agency": "shakyo", "presence": "ATTENDED"}]}
        """);
    city.sees(KANKYO, "/meetings?caseId=" + caseId, body -> body.toString().contains("HELD"));
    city.sees(DESK, "/meetings?caseId=" + caseId, body -> body.toString().contains("HELD"));
  }

  /** Number 1 is that of 東部, 2 that of 民生委員 on paper, 3 that of 社協, by the order of their ids. */
  private void isHandedOutAndRead() throws Exception {
    CaseForm plan = form(KnownForm.PLAN);
    ObjectNode typed =
        canaries.filled(plan, HIGASHI, BasisKind.SUPPORT_CONFERENCE, LocalDate.parse("2026-07-01"));
    typed.remove(List.of(CaseForm.READERS.name(), CaseForm.GROUNDS.name()));
    city.does(KANKYO, onCase("/forms/plan"), typed.toString());
    city.does(
        KANKYO,
        onCase("/meeting-requests/" + item + "/papers"),
        """
        {"form": "plan", "recipients": ["hokatsu-higashi", "shakyo", "minsei-higashi3"]}
        """);
    JsonNode copies =
        city.sees(HIGASHI, onCase("/papers"), body -> !body.path("papers").isEmpty()).body();
    assertThat(copies.path("papers")).as("its own alone").hasSize(1);
    beforeOpening = city.asks(HIGASHI, onCase("")).body() + pdf(HIGASHI, 1);
    city.does(HIGASHI, onCase("/papers/1/open"), "{}");
    opened =
        city.sees(HIGASHI, onCase(""), body -> body.toString().contains(planWords().getFirst()))
            .body()
            .toString();
    printed = pdf(HIGASHI, 1);
    printedForMinsei = pdf(KANKYO, 2);
    received =
        city.page(HIGASHI, "/cases/" + caseId + "/meetings")
            .replaceAll("(?s).*/forms(/received/[0-9a-f-]{36}).*", "$1");
  }

  /** What is given by hand is ticked by its number; the rest is still out. */
  private void comesBackOnPaper() throws Exception {
    toComeBack = city.page(KANKYO, "/papers");
    toComeBackElsewhere = city.page(HIGASHI, "/papers");
    HttpResponse<String> ticked =
        city.sends(KANKYO, "/papers", Map.of("copy", item + "-2", "key", KEY));
    assertThat(ticked.statusCode()).as(ticked.body()).isEqualTo(302);
    assertThat(ticked.headers().firstValue("Location").orElseThrow()).endsWith("?done=1");
    city.sees(KANKYO, onCase("/papers"), body -> body.toString().contains("BACK"));
    stillOut = city.page(KANKYO, "/papers");
    HttpResponse<String> goneBackTo =
        city.sends(KANKYO, "/papers", Map.of("copy", item + "-1", "key", KEY));
    assertThat(goneBackTo.headers().firstValue("Location").orElseThrow()).endsWith("?done=1");
    backAlready =
        city.tries(KANKYO, CALL_BACK.formatted(caseId, item), "{\"copies\": [{\"number\": 2}]}")
            .body()
            .toString();
  }

  private List<String> planWords() {
    return List.of(canaries.of(KnownForm.PLAN.formId()));
  }

  /** As text; what is no paper as it comes. */
  private String pdf(String agency, int number) throws Exception {
    byte[] answer = city.paper(agency, onCase("/papers/" + number + ".pdf"));
    return answer.length > 4 && answer[0] == '%'
        ? PdfReading.text(answer)
        : new String(answer, UTF_8);
  }

  private static CaseForm form(KnownForm known) {
    return CityForms.find(known.formId(), NetworkDirectory.EMPTY).orElseThrow();
  }

  private void writes(String writer, KnownForm known, String reader, String day) {
    CaseForm form = form(known);
    ObjectNode typed =
        canaries.filled(form, reader, BasisKind.SUPPORT_CONFERENCE, LocalDate.parse(day));
    typed.put(CaseForm.ITEM.name(), item);
    city.does(writer, onCase("/forms/" + form.id()), typed.toString());
  }

  @AfterAll
  void end() {
    city.close();
  }

  @Test
  void the_reader_of_each_reads_every_word_of_it() {
    reads(DESK, KnownForm.MEETING_APPLICATION);
    reads(KANKYO, KnownForm.MEETING_ADVICE);
    reads(HIGASHI, KnownForm.MEETING_MINUTES);
    reads(DESK, KnownForm.MEETING_REPORT);
  }

  private void reads(String reader, KnownForm form) {
    List<String> words = List.of(canaries.of(form.formId()));
    assertThat(words).hasSizeGreaterThan(3);
    city.sees(reader, onCase(""), body -> words.stream().allMatch(body.toString()::contains));
  }

  @Test
  void who_sat_at_the_table_and_was_given_nothing_finds_nothing() throws Exception {
    reads(HIGASHI, KnownForm.MEETING_MINUTES);
    String theirs = city.page(HIGASHI, "/cases/" + caseId + "/meetings");
    assertThat(theirs).contains("会議録");
    String received = theirs.replaceAll("(?s).*/forms(/received/[0-9a-f-]{36}).*", "$1");
    assertThat(city.page(HIGASHI, "/cases/" + caseId + "/forms" + received))
        .contains(canaries.of(KnownForm.MEETING_MINUTES.formId()));
    assertThat(city.page(SHAKYO, "/cases/" + caseId + "/meetings"))
        .contains("支援会議")
        .doesNotContain("会議録", "/forms/meeting-", "/forms/received/");
    String none = city.page(SHAKYO, "/cases/" + caseId + "/forms/received/" + UUID.randomUUID());
    assertThat(city.page(SHAKYO, "/cases/" + caseId + "/forms" + received)).isEqualTo(none);
    assertThat(city.asks(SHAKYO, onCase("")).body().toString()).doesNotContain(canaries.all());
    assertThat(city.gateway(SHAKYO).get("/api/cases/" + caseId + "/timeline").body().toString())
        .as("a member is told that a plan stands, and of no minutes")
        .doesNotContain("会議録", "報告書", "申出");
  }

  @Test
  void a_paper_is_read_once_it_was_opened_and_bears_its_number() {
    assertThat(beforeOpening).contains("NOT_FOUND").doesNotContain(planWords());
    assertThat(opened).contains(planWords());
    assertThat(printed).contains("回収資料", "第1号", "議題").contains(planWords());
  }

  @Test
  void who_takes_part_on_paper_gets_a_print_with_a_number_and_no_row_of_another_agency() {
    assertThat(printedForMinsei).contains("回収資料", "第2号", "会議の事務局に返してください");
    assertThat(planWords().stream().filter(printedForMinsei::contains)).isNotEmpty();
    assertThat(planWords().stream().filter(word -> !printedForMinsei.contains(word)))
        .as("what 東部 does is for 東部 alone")
        .isNotEmpty();
  }

  @Test
  void what_comes_back_is_ticked_by_its_number_by_who_runs_the_meeting_alone() {
    assertThat(toComeBack).contains("3部", item + "-1", item + "-2", item + "-3", "紙で");
    assertThat(toComeBackElsewhere).contains("戻っていないものはありません").doesNotContain(item);
    assertThat(stillOut).contains("2部", item + "-1", item + "-3").doesNotContain(item + "-2");
    assertThat(backAlready).contains("copies", "回収を待っていない番号があります");
  }

  @Test
  void what_was_called_back_is_the_same_as_what_never_was() throws Exception {
    String none = city.page(HIGASHI, "/cases/" + caseId + "/forms/received/" + UUID.randomUUID());
    assertThat(received).startsWith("/received/");
    assertThat(city.page(HIGASHI, "/cases/" + caseId + "/forms" + received)).isEqualTo(none);
    assertThat(pdf(HIGASHI, 1)).isEqualTo(pdf(HIGASHI, 77)).doesNotContain("回収資料");
    String dossier = received.replace("/received/", "");
    assertThat(city.asks(HIGASHI, "/dossiers/" + dossier).body())
        .isEqualTo(city.asks(HIGASHI, "/dossiers/" + UUID.randomUUID()).body());
    assertThat(city.asks(HIGASHI, onCase("")).body().toString()).doesNotContain(planWords());
    assertThat(city.asks(SHAKYO, onCase("")).body().toString()).doesNotContain(planWords());
    assertThat(city.page(HIGASHI, "/cases/" + caseId + "/meetings")).doesNotContain("第1号");
    assertThat(city.page(KANKYO, "/cases/" + caseId + "/meetings"))
        .contains("第1号", "第3号", "回収済み", "紙で回収済み");
  }

  @Test
  void who_handed_out_who_read_and_that_it_came_back_stands_in_the_timeline() {
    assertThat(ScenarioCity.types(city.timeline(KANKYO, caseId, events -> true)))
        .containsSubsequence("PapersHandedOut", "PaperOpened", "PapersCalledBack");
    assertThat(ScenarioCity.types(city.timeline(SHAKYO, caseId, events -> true)))
        .as("that others read theirs is told to nobody")
        .doesNotContain("PaperOpened");
  }

  @Test
  void the_meeting_knows_that_its_minutes_are_complete_and_its_report_is_filed() {
    city.schedules(
        DESK,
        "/api/meetings/" + meeting,
        body -> body.toString().contains("\"minutesComplete\":true"));
    JsonNode reports = city.schedules(DESK, "/api/reports", body -> filed(body)).body();
    assertThat(reports.path("reports").path(0).path("caseId").asString("")).isEqualTo(caseId);
  }

  private static boolean filed(JsonNode body) {
    return body.path("reports").path(0).path("filed").asBoolean(false);
  }

  @Test
  void the_paper_says_of_which_item_it_is_and_has_every_word() throws Exception {
    byte[] pdf = city.paper(DESK, onCase("/forms/meeting-minutes/1.pdf"));
    assertThat(PdfReading.text(pdf))
        .contains("会議録", "議題", "支援会議", "取扱注意")
        .contains(canaries.of(KnownForm.MEETING_MINUTES.formId()));
  }

  @Test
  void no_word_of_them_is_found_on_its_way() throws Exception {
    List<String> all = canaries.all();
    assertThat(all).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    reads(DESK, KnownForm.MEETING_REPORT);
    assertThat(city.whereFound(all)).isEmpty();
    assertThat(city.metrics()).noneMatch(line -> all.stream().anyMatch(line::contains));
    assertThat(city.timeline(KANKYO, caseId, events -> !events.isEmpty()).toString())
        .contains("FormRecorded", "MeetingReportFiled")
        .doesNotContain(all);
  }

  private String onCase(String path) {
    return "/cases/" + caseId + path;
  }
}
