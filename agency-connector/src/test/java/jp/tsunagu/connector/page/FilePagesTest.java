package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.testing.SampleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A file on a つなぐシート or a form, as people add, read and refuse it in the window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilePagesTest {

  private static final String WRITES = HIGASHI + "-sample";
  private static final String READS = SHAKYO + "-sample";
  private static final String PAGE = "/agencies/hokatsu-higashi/window/sheet";
  private static final String WORD = "uraniwa-canary";
  private static final String NAME = "鶯の診断書.jpg";
  private static final int MOST_UNUSED = 12;
  private static final PersonRef PERSON = new PersonRef(1);
  private static final Map<String, String> APPLICATION =
      Map.ofEntries(
          Map.entry("writtenOn", "2026-09-03"),
          Map.entry("author", "東部 山田"),
          Map.entry("explainedBy", "東部 山田"),
          Map.entry("explainedOn", "2026-09-03"),
          Map.entry("applicants[0].person", "1"),
          Map.entry("applicants[0].method", "TELEPHONE"),
          Map.entry("applicants[0].notSigned", "外出できない"),
          Map.entry("applicants[0].givenOn", "2026-09-03"),
          Map.entry("applicants[0].scope", "CARE"),
          Map.entry("applicants[0].recipients", "shakyo"),
          Map.entry("readers", "shakyo"),
          Map.entry("grounds[0].person", "1"),
          Map.entry("grounds[0].basis", "CONSENT"));
  private static final Map<String, String> MONITORING =
      Map.ofEntries(
          Map.entry("writtenOn", "2026-09-03"),
          Map.entry("author", "東部 山田"),
          Map.entry("monitoredOn", "2026-09-02"),
          Map.entry("changes[0].person", "1"),
          Map.entry("changes[0].about", "CARE"),
          Map.entry("changes[0].change", "杖で歩いている"),
          Map.entry("readers", "shakyo"),
          Map.entry("grounds[0].person", "1"),
          Map.entry("grounds[0].basis", "CONSENT"));
  private static final Pattern FILE =
      Pattern.compile("name=\"files\\[0]\\.file\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern LINK =
      Pattern.compile("/agencies/shakyo/api/dossiers/[0-9a-f-]{36}/files/file-1");

  private TestApi api;
  private TestWindow window;

  @BeforeAll
  void start(@TempDir Path directory) {
    api =
        new TestApi(directory, Map.of("tsunagu.files.most-unused", Integer.toString(MOST_UNUSED)));
    window = new TestWindow(api);
  }

  @AfterAll
  void end() {
    window.close();
    api.close();
  }

  @Test
  void a_photograph_is_added_to_a_sheet_and_read_by_its_receiver_once_it_was_opened() {
    byte[] photograph = SampleFiles.jpeg(300, 6, WORD);
    Map<String, String> typed = with(SHEET, "consents[0].scope", "CARE");
    HttpResponse<String> added = add(typed, NAME, photograph);
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(added.body()).contains(NAME + " (JPEG、", "要支援2", "下書き");

    Delivered sent = window.received(withFile(typed, file(added.body())));
    window.takenWithPieces(sent, 1);
    assertThat(window.get(READS, sent.page()).body()).doesNotContain(NAME, "file-1");

    window.open(sent);
    String page =
        await()
            .atMost(SOON)
            .until(() -> window.get(READS, sent.page()).body(), body -> body.contains(NAME));
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).as(page).isTrue();
    HttpResponse<byte[]> file = window.paper(READS, link.group());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(file.body()).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(new String(file.body(), StandardCharsets.ISO_8859_1)).doesNotContain(WORD);
    assertThat(window.paper(WRITES, link.group()).statusCode())
        .as("another agency's address")
        .isEqualTo(404);
  }

  @Test
  void what_is_no_picture_or_document_is_refused_with_everything_typed_still_there() {
    HttpResponse<String> refused =
        add(SHEET, "photo.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("この種類のファイルは付けられません。", "要支援2");
  }

  @Test
  void a_file_that_was_chosen_and_not_added_is_not_lost_without_a_word() {
    HttpResponse<String> told =
        window.post(WRITES, PAGE, with(with(SHEET, "key", TestWindow.key()), "upload", "診断書.jpg"));
    assertThat(told.statusCode()).isEqualTo(422);
    assertThat(told.body()).contains("選んだファイルが、まだ加えられていません。");
  }

  @Test
  void a_file_needs_whom_it_is_about_and_what_it_tells_and_is_taken_off_by_its_tick() {
    String file = file(add(SHEET, NAME, SampleFiles.png(30, WORD)).body());
    HttpResponse<String> asked =
        window.post(
            WRITES, PAGE, with(with(SHEET, "key", TestWindow.key()), "files[0].file", file));
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("ファイルの対象の世帯員", "ファイルに写っていること");

    HttpResponse<String> without =
        window.post(
            WRITES, PAGE, with(with(SHEET, "key", TestWindow.key()), "files[0].tells", "CARE"));
    assertThat(without.statusCode()).isEqualTo(302);
  }

  @Test
  void a_file_larger_than_five_megabytes_is_refused_by_page_and_interface() {
    byte[] large = new byte[FilePiece.LARGEST_FILE + 1];
    System.arraycopy(SampleFiles.jpeg(20, 1, WORD), 0, large, 0, 600);
    assertThat(add(SHEET, NAME, large).statusCode()).isIn(413, 422);
    assertThat(add(SHEET, NAME, new byte[8 << 20]).statusCode()).isEqualTo(413);
  }

  @Test
  void so_many_files_may_wait_unused_and_one_more_is_refused_with_the_way_out() {
    for (int i = 0; i < MOST_UNUSED; i++) {
      assertThat(handedInByShakyo().status()).isEqualTo(201);
    }
    Reply refused = handedInByShakyo();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("code").asString()).isEqualTo("FILES_UNUSED");
    assertThat(refused.body()).contains("付けて送ってください", "90日で消えます");
  }

  private Reply handedInByShakyo() {
    String body =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
            + new String(SampleFiles.png(5, WORD), StandardCharsets.ISO_8859_1)
            + "\r\n--edge--\r\n";
    return api.send(
        api.request(SHAKYO, "/files")
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1)))
            .build());
  }

  @Test
  void in_a_protected_case_a_file_goes_to_nobody_who_may_not_know_the_address() {
    String file = file(add(SHEET, NAME, SampleFiles.jpeg(30, 1, WORD)).body());
    Map<String, String> sheet = withFile(SHEET, file);
    sheet = with(sheet, "consultation.protection.until", "2027-03-31");
    HttpResponse<String> refused = window.post(WRITES, PAGE, with(sheet, "key", TestWindow.key()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ファイルを渡せません");
  }

  @Test
  void the_scan_of_an_application_stays_with_its_version_and_goes_with_the_person() {
    String caseId = household();
    String forms = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms";
    String write = forms + "/coordination-application/write";
    HttpResponse<String> added = add(write, APPLICATION, NAME, SampleFiles.jpeg(300, 6, WORD));
    assertThat(added.body()).contains(NAME + " (JPEG、", "東部 山田", "外出できない");
    String file = file(added.body());
    Map<String, String> typed =
        with(with(APPLICATION, "files[0].file", file), "key", key(added.body()));
    assertThat(window.post(WRITES, write, typed).body())
        .as("whom it is about, and what it tells")
        .contains("世帯員の記入がありません。", "ファイルに写っていることの記入がありません。");
    typed = with(with(typed, "files[0].person", "1"), "files[0].tells", "IDENTITY");
    assertThat(window.post(WRITES, write, with(typed, "upload", "もう一つ.jpg")).body())
        .contains("選んだファイルが、まだ加えられていません。");
    assertThat(location(window.post(WRITES, write, typed))).contains("?done=");

    String version = forms + "/coordination-application/1";
    String link =
        "/agencies/hokatsu-higashi/api/cases/"
            + caseId
            + "/forms/coordination-application/1/files/"
            + file;
    assertThat(window.get(WRITES, version).body()).contains(NAME + " (JPEG、", link);
    HttpResponse<byte[]> scan = window.paper(WRITES, link);
    assertThat(scan.body()).startsWith(0xFF, 0xD8, 0xFF);
    assertThat(new String(scan.body(), StandardCharsets.ISO_8859_1)).doesNotContain(WORD);
    assertThat(scan.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(window.paper(READS, link.replace("hokatsu-higashi", "shakyo")).statusCode())
        .isEqualTo(404);
    assertThat(window.get(WRITES, write).body())
        .as("the next version begins without it")
        .doesNotContain(NAME);

    deliver(caseId, new SharingStopRequested(header(caseId, 7), PERSON, HIGASHI));
    await().atMost(SOON).until(() -> window.paper(WRITES, link).statusCode() == 404);
    assertThat(window.get(WRITES, version).body()).doesNotContain(NAME);
    assertThat(pieces(file)).isPositive();
    deliver(caseId, new SharingStopped(header(caseId, 8), PERSON, HIGASHI, StopAnswer.ERASED));
    await().atMost(SOON).until(() -> pieces(file) == 0);
  }

  @Test
  void a_file_of_a_form_goes_to_whoever_reads_the_whole_as_far_as_the_person_consents() {
    String caseId = household();
    deliver(caseId, consent(caseId));
    await()
        .atMost(SOON)
        .until(() -> api.get(HIGASHI, "/cases/" + caseId).body().contains("\"consents\":[{"));
    String write = "/agencies/hokatsu-higashi/window/cases/" + caseId + "/forms/monitoring/write";
    String cared = file(add(write, MONITORING, NAME, SampleFiles.jpeg(30, 1, WORD)).body());
    String owed = file(add(write, MONITORING, "鷺の督促状.jpg", SampleFiles.jpeg(30, 1, WORD)).body());
    Map<String, String> typed = with(MONITORING, "key", TestWindow.key());
    typed = with(typed, "files[0].file", cared);
    typed = with(with(typed, "files[0].person", "1"), "files[0].tells", "CARE");
    typed = with(typed, "files[1].file", owed);
    typed = with(with(typed, "files[1].person", "1"), "files[1].tells", "DEBT");
    assertThat(window.post(WRITES, write, with(typed, "preview", "")).body())
        .contains("添付ファイル: " + NAME, "この相手への同意の範囲に「支出・滞納・借金」がありません。");
    assertThat(location(window.post(WRITES, write, typed))).contains("?done=");
    RecordForm told =
        await()
            .atMost(SOON)
            .until(
                () ->
                    api.commands(HIGASHI, CaseId.of(caseId)).stream()
                        .filter(RecordForm.class::isInstance)
                        .map(RecordForm.class::cast)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(Objects.requireNonNull(told.dossier()).parts())
        .filteredOn(part -> part.kind() == PartKind.FILE)
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.details()).containsExactly(DetailKind.CARE);
              assertThat(part.recipients()).contains(SHAKYO);
            });
    assertThat(told.toString()).doesNotContain(NAME);
  }

  private String household() {
    return location(window.post(WRITES, PAGE, with(SHEET, "key", TestWindow.key())))
        .replaceAll(".*/cases/([0-9a-f-]+).*", "$1");
  }

  private void deliver(String caseId, Record event) {
    api.network().deliver(HIGASHI, CaseId.of(caseId), event);
  }

  private static EventHeader header(String caseId, int sequence) {
    return TestNetwork.header(CaseId.of(caseId), sequence, HIGASHI);
  }

  private static ConsentRecorded consent(String caseId) {
    return new ConsentRecorded(
        header(caseId, 2),
        new ConsentId(UUID.randomUUID()),
        new ConsentTerms(
            PERSON,
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            Set.of(DetailKind.CARE),
            Set.of(SHAKYO),
            Set.of(),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 9, 3),
            null));
  }

  private long pieces(String file) {
    return api.bean(Databases.class)
        .of(HIGASHI)
        .jdbc()
        .sql("select count(*) from file_piece where file_id = :id::uuid")
        .param("id", file)
        .query(Long.class)
        .single();
  }

  private HttpResponse<String> add(Map<String, String> typed, String name, byte[] content) {
    return add(PAGE, typed, name, content);
  }

  private HttpResponse<String> add(
      String page, Map<String, String> typed, String name, byte[] content) {
    return window.post(
        WRITES, page, with(with(typed, "attach", "files"), "key", TestWindow.key()), name, content);
  }

  private static Map<String, String> withFile(Map<String, String> typed, String file) {
    return with(
        with(with(typed, "files[0].file", file), "files[0].about", "1"), "files[0].tells", "CARE");
  }

  /** Under which the page keeps what was typed. */
  private static String key(String page) {
    Matcher found = KEY.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static String file(String page) {
    Matcher found = FILE.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }
}
