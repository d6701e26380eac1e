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
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.connector.intake.CommandDraft;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.connector.view.AccessView;
import jp.tsunagu.contract.directory.AddedField;
import jp.tsunagu.contract.directory.AddedKind;
import jp.tsunagu.contract.directory.AddedSection;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.FormChoice;
import jp.tsunagu.contract.directory.FormOwner;
import jp.tsunagu.contract.directory.FormWording;
import jp.tsunagu.contract.directory.FormWords;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.testing.DirectoryLines.Change;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city changes a form: page, interface, description and paper follow; older versions stay. */
class CityFormsTest {

  private static final String OWN = HIGASHI + "-sample";

  /**
   * Rewords a field and a section, retires a field and a section, adds one in a row and one not.
   */
  private static final CityForm PLAN =
      new CityForm(
          "plan",
          "支援プラン",
          List.of(
              new FormWording("supports.frequency", "回数", "月2回のように書いてください。"),
              new FormWording("leads", "中心になる機関", null)),
          List.of("further", "supports.until"),
          List.of(),
          List.of(
              new AddedField(
                  "supports",
                  "cost",
                  new FormWords("費用の目安", "分かる範囲で"),
                  AddedKind.LINE,
                  List.of(),
                  false,
                  FormOwner.PERSON,
                  DetailKind.WORK_AND_INCOME),
              new AddedField(
                  "",
                  "place",
                  new FormWords("作った場所", ""),
                  AddedKind.ONE_OF,
                  List.of(new FormChoice("DESK", "窓口"), new FormChoice("HOME", "自宅")),
                  true,
                  FormOwner.AGENCY,
                  null)));

  private static final CityForm OWN_PLAN =
      new CityForm(
          "one-plan",
          "一つのプラン",
          List.of(),
          List.of(),
          List.of(new AddedSection("wishes", "希望", false, false)),
          List.of(
              new AddedField(
                  "wishes",
                  "wish",
                  new FormWords("本人の希望", ""),
                  AddedKind.STORY,
                  List.of(),
                  true,
                  FormOwner.PERSON,
                  DetailKind.CHILD_REARING)));

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow pages;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    pages = new TestWindow(api);
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  private static String household() {
    String sheet =
        location(
            pages.post(OWN, "/agencies/hokatsu-higashi/window/sheet", with(SHEET, "key", key())));
    return sheet.replaceAll(".*/cases/([0-9a-f-]+).*", "$1");
  }

  private static String page(String caseId, String end) {
    return pages
        .get(OWN, "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms" + end)
        .body();
  }

  private static String paper(String caseId, String version) throws IOException {
    return PdfReading.text(
        pages
            .paper(
                OWN, "/agencies/hokatsu-higashi/api/cases/" + caseId + "/forms/" + version + ".pdf")
            .body());
  }

  private static String description() {
    return api.send(HttpRequest.newBuilder(api.uri("/v3/api-docs")).build()).body();
  }

  @Test
  void what_the_city_adds_retires_and_words_is_on_the_page_in_the_interface_and_on_paper()
      throws IOException {
    String caseId = household();
    String path = "/cases/" + caseId + "/forms/plan";
    String before =
        """
        {"writtenOn": "2026-09-03", "author": "支援システム",
         "goals": [{"person": 1, "term": "LONG", "about": "CARE", "goal": "𠮷野家まで歩く"}],
         "supports": [{"person": 1, "about": "CARE", "by": "shakyo", "support": "散歩の付添い",
                       "frequency": "週1回", "until": "2027-03-31"}],
         "further": [{"person": 1, "programme": "OUTREACH", "need": "窓口に来られない"}]}
        """;
    assertThat(api.post(HIGASHI, path, before).status()).isEqualTo(202);
    assertThat(description()).contains("参加支援・アウトリーチの活用").doesNotContain("費用の目安");
    api.network().publish(PLAN);
    await().atMost(SOON).until(() -> page(caseId, "").contains("支援プラン"));

    String writing = page(caseId, "/plan/write");
    assertThat(writing)
        .contains("<h1><span>支援プラン</span>", "回数", "月2回のように書いてください。", "中心になる機関", "費用の目安", "分かる範囲で")
        .contains("作った場所", "窓口", "𠮷野家まで歩く", "週1回")
        .doesNotContain("参加支援・アウトリーチの活用", "窓口に来られない", "終わりの目安", "主担当<");
    Map<String, String> typed =
        Map.ofEntries(
            Map.entry("key", key()),
            Map.entry("after", "1"),
            Map.entry("writtenOn", "2026-09-04"),
            Map.entry("author", "東部 山田"),
            Map.entry("supports[0].person", "1"),
            Map.entry("supports[0].about", "CARE"),
            Map.entry("supports[0].by", "shakyo"),
            Map.entry("supports[0].support", "散歩の付添い"),
            Map.entry("supports[0].frequency", "週2回"),
            Map.entry("supports[0].cost", "髙﨑交通 月3,000円"),
            Map.entry("further[0].person", "1"),
            Map.entry("further[0].programme", "OUTREACH"));
    String address = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms/plan/write";
    assertThat(pages.post(OWN, address, typed).body())
        .as("what the city requires is required")
        .contains("作った場所の記入がありません。");
    assertThat(location(pages.post(OWN, address, with(typed, "place", "HOME")))).contains("?done=");

    assertThat(page(caseId, "/plan/2"))
        .contains("費用の目安", "髙﨑交通 月3,000円", "作った場所", "自宅", "回数", "週2回");
    assertThat(api.get(HIGASHI, path + "/2").body())
        .contains("\"cost\":\"髙﨑交通 月3,000円\"", "\"place\":\"HOME\"", "支援プラン")
        .doesNotContain("further");
    assertThat(paper(caseId, "plan/2"))
        .contains("支援プラン", "費用の目安", "髙﨑交通月3,000円", "作った場所", "自宅", "回数", "裏面")
        .doesNotContain("参加支援・アウトリーチの活用");
    assertThat(api.get(HIGASHI, path + "/2.csv").body().lines())
        .as("a line for each row, for a spreadsheet")
        .contains("支援,,,,1,介護,shakyo,散歩の付添い,週2回,\"髙﨑交通 月3,000円\"");
    assertThat(page(caseId, "/plan/1"))
        .as("what is not asked any more stays to be read, under its name")
        .contains("参加支援・アウトリーチの活用", "窓口に来られない", "終わりの目安", "令和9年(2027年)3月31日(水)");
    assertThat(paper(caseId, "plan/1")).contains("参加支援・アウトリーチの活用", "窓口に来られない");

    assertThat(api.post(HIGASHI, path, before).body())
        .as("a system is told what is asked now")
        .contains("FORM_INVALID", "\"further\"", "知らない項目です。", "supports[0].until", "cost", "place");
    assertThat(description())
        .contains("費用の目安", "HOME (自宅)", "作った場所(書いた機関のもの)", "費用の目安(この欄の世帯員のもの)")
        .doesNotContain("窓口に来られない");
    assertThat(AccessView.label("plan-1", NetworkDirectory.EMPTY.with(List.of(PLAN))))
        .as("what was read is recorded by the name the city has for it")
        .isEqualTo("支援プラン(世帯員1)");

    api.network().publish(new CityForm("plan", null, List.of(), List.of(), List.of(), List.of()));
    await().atMost(SOON).until(() -> page(caseId, "").contains("プランシート"));
    assertThat(page(caseId, "/plan/2"))
        .as("whoever does not know a field shows it as it stands")
        .contains("cost", "髙﨑交通 月3,000円", "place", "HOME")
        .doesNotContain("費用の目安");
    assertThat(paper(caseId, "plan/2")).contains("髙﨑交通月3,000円", "HOME");
    assertThat(description()).contains("参加支援・アウトリーチの活用").doesNotContain("費用の目安");
  }

  @Test
  void a_form_of_the_city_s_own_is_written_sealed_and_read_also_where_nobody_knows_it()
      throws IOException {
    Delivered one = pages.received(SHEET);
    String caseId = one.caseId().toString();
    api.network().deliver(HIGASHI, one.caseId(), consent(one));
    api.network().publish(OWN_PLAN);
    await().atMost(SOON).until(() -> page(caseId, "").contains("一つのプラン"));
    await()
        .atMost(SOON)
        .until(() -> api.get(HIGASHI, "/cases/" + caseId).body().contains("\"consents\":[{"));
    String path = "/cases/" + caseId + "/forms/one-plan";
    String body =
        """
        {"writtenOn": "2026-09-03", "author": "こども家庭 佐藤",
         "wishes": [{"person": 1, "wish": "髙い所の保育園に通わせたい"}],
         "readers": ["shakyo"], "grounds": [{"person": 1, "basis": "CONSENT"}]}
        """;
    assertThat(api.post(HIGASHI, path, body.replace("\"person\": 1, ", "")).body())
        .contains("wishes[0].person");
    assertThat(api.post(HIGASHI, path, body).status()).isEqualTo(202);
    assertThat(page(caseId, "/one-plan/1")).contains("<h1><span>一つのプラン</span>", "髙い所の保育園に通わせたい");
    assertThat(paper(caseId, "one-plan/1")).contains("一つのプラン", "本人の希望", "髙い所の保育園に通わせたい");
    assertThat(description()).contains("one-plan-v1", "本人の希望", "/forms/{formId}");

    RecordForm told = told(one.caseId());
    assertThat(told.form().formId()).isEqualTo("one-plan");
    assertThat(told.toString()).doesNotContain("保育園");
    assertThat(Objects.requireNonNull(told.dossier()).parts())
        .filteredOn(part -> part.name().equals("one-plan-1-1"))
        .singleElement()
        .extracting(SealedPart::details)
        .as("it goes as what the city said it tells")
        .isEqualTo(Set.of(DetailKind.CHILD_REARING));

    api.network().publish(List.of(new Change(OWN_PLAN.key(), null)));
    await().atMost(SOON).until(() -> page(caseId, "").contains("今は使われていません"));
    api.network()
        .deliver(
            SHAKYO,
            one.caseId(),
            new DossierDelivered(
                one.caseId(),
                null,
                Objects.requireNonNull(told.dossier()).onlyFor(SHAKYO).orElseThrow(),
                Instant.now()));
    String theirs = "/agencies/shakyo/window/cases/" + caseId + "/forms";
    await()
        .atMost(SOON)
        .until(() -> pages.get(SHAKYO + "-sample", theirs).body().contains("/forms/received/"));
    String list = pages.get(SHAKYO + "-sample", theirs).body();
    String received = list.replaceAll("(?s).*(/forms/received/[0-9a-f-]{36}).*", "$1");
    assertThat(
            pages
                .get(SHAKYO + "-sample", "/agencies/shakyo/window/cases/" + caseId + received)
                .body())
        .as("a connector that was never told of the form reads all of it")
        .contains("one-plan", "wishes", "髙い所の保育園に通わせたい", "こども家庭 佐藤")
        .doesNotContain("一つのプラン", "本人の希望");
    assertThat(page(caseId, "/one-plan/1")).contains("髙い所の保育園に通わせたい");
    assertThat(api.get(HIGASHI, path + "/1").body()).contains("髙い所の保育園に通わせたい");
    assertThat(paper(caseId, "one-plan/1")).contains("髙い所の保育園に通わせたい");
    assertThat(api.post(HIGASHI, path, body).status())
        .as("nobody fills in what the city does not have")
        .isEqualTo(404);
  }

  @Test
  void an_application_keeps_what_the_person_was_told_when_the_city_words_it_anew()
      throws IOException {
    String caseId = household();
    String id = "coordination-application";
    String address = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms/" + id + "/write";
    assertThat(page(caseId, "/" + id + "/write"))
        .contains("本人に伝える文面", "多機関協働)の利用を申し込みます。", "いつでも", "文面の第1版");
    api.network().publish(stating(id, 2, "結市では、髙﨑窓口がまとめて支えます。"));
    await().atMost(SOON).until(() -> page(caseId, "/" + id + "/write").contains("文面の第2版"));
    Map<String, String> typed =
        Map.ofEntries(
            Map.entry("key", key()),
            Map.entry("writtenOn", "2026-09-03"),
            Map.entry("author", "東部 山田"),
            Map.entry("explainedBy", "東部 山田"),
            Map.entry("explainedOn", "2026-09-03"),
            Map.entry("applicants[0].person", "1"),
            Map.entry("applicants[0].method", "TELEPHONE"),
            Map.entry("applicants[0].givenOn", "2026-09-03"),
            Map.entry("applicants[0].expiresOn", "2027-03-31"),
            Map.entry("applicants[0].scope", "CARE"),
            Map.entry("applicants[0].recipients", "shakyo"),
            Map.entry("exclusions[0].person", "1"),
            Map.entry("exclusions[0].detail", "DEBT"),
            Map.entry("exclusions[0].agency", "shakyo"));
    assertThat(pages.post(OWN, address, typed).body())
        .contains("署名によらない理由の記入がありません。", "同意(多機関協働)が記録されます。");
    assertThat(
            pages.post(OWN, address, with(typed, "applicants[0].expiresOn", "2026-08-31")).body())
        .contains("同意の期限が同意日より前です。");
    assertThat(pages.post(OWN, address, with(typed, "exclusions[0].person", "2")).body())
        .contains("世帯員2は申込者にありません。");
    Map<String, String> with = with(typed, "applicants[0].notSigned", "外出できないため電話で読み上げた");
    assertThat(location(pages.post(OWN, address, with))).contains("?done=");
    RecordForm told = told(CaseId.of(caseId));
    assertThat(told.consents())
        .as("what she allows by it is typed once")
        .singleElement()
        .extracting(SheetConsent::terms)
        .isEqualTo(
            new ConsentTerms(
                new PersonRef(1),
                ConsentPurpose.COORDINATION,
                Set.of(DetailKind.CARE),
                Set.of(SHAKYO),
                Set.of(new Exclusion(DetailKind.DEBT, SHAKYO)),
                ConsentMethod.TELEPHONE,
                LocalDate.of(2026, 9, 3),
                LocalDate.of(2027, 3, 31)));
    assertThat(CommandDraft.consent(told.header().caseId(), told.consents().getFirst().terms()))
        .as("told of again it is the same consent")
        .isEqualTo(told.consents().getFirst());

    api.network().publish(stating(id, 3, "文面を変えました。"));
    await().atMost(SOON).until(() -> page(caseId, "/" + id + "/write").contains("文面の第3版"));
    assertThat(page(caseId, "/" + id + "/1"))
        .contains("結市では、髙﨑窓口がまとめて支えます。", "外出できないため電話で読み上げた", "電話", "令和9年(2027年)3月31日(水)")
        .doesNotContain("文面を変えました。");
    assertThat(paper(caseId, id + "/1"))
        .contains("利用申込書②", "文面の版:2", "結市では、髙﨑窓口がまとめて支えます。", "説明した人", "除くもの", "署名した日")
        .doesNotContain("文面を変えました。");
    assertThat(api.get(HIGASHI, "/cases/" + caseId + "/forms/" + id + "/1").body())
        .contains("\"statementVersion\":2", "髙﨑窓口");
  }

  private static CityForm stating(String form, int version, String sentence) {
    return new CityForm(
        form, null, List.of(), List.of(), List.of(), List.of(), version, List.of(sentence));
  }

  private static RecordForm told(CaseId caseId) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                api.commands(HIGASHI, caseId).stream()
                    .filter(RecordForm.class::isInstance)
                    .map(RecordForm.class::cast)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static ConsentRecorded consent(Delivered one) {
    return new ConsentRecorded(
        TestNetwork.header(one.caseId(), 3, HIGASHI),
        new ConsentId(UUID.randomUUID()),
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            Set.of(DetailKind.CHILD_REARING),
            Set.of(SHAKYO),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 9, 3),
            null));
  }
}
