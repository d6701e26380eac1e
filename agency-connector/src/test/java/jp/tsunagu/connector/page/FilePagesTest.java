package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.testing.SampleFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file on a つなぐシート, as people add, read and refuse it in the window. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilePagesTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String WRITES = HIGASHI + "-sample";
  private static final String READS = SHAKYO + "-sample";
  private static final String PAGE = "/agencies/hokatsu-higashi/window/sheet";
  private static final String WORD = "uraniwa-canary";
  private static final String NAME = "鶯の診断書.jpg";
  private static final Pattern FILE =
      Pattern.compile("name=\"files\\[0]\\.file\" value=\"([0-9a-f-]{36})\"");
  private static final Pattern LINK =
      Pattern.compile("/agencies/shakyo/api/dossiers/[0-9a-f-]{36}/files/file-1");

  private TestApi api;
  private TestWindow window;

  @BeforeAll
  void start(@TempDir Path directory) {
    api = new TestApi(directory, Map.of());
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
  void in_a_protected_case_a_file_goes_to_nobody_who_may_not_know_the_address() {
    String file = file(add(SHEET, NAME, SampleFiles.jpeg(30, 1, WORD)).body());
    Map<String, String> sheet = withFile(SHEET, file);
    sheet = with(sheet, "consultation.protection.until", "2027-03-31");
    HttpResponse<String> refused = window.post(WRITES, PAGE, with(sheet, "key", TestWindow.key()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("ファイルを渡せません");
  }

  private HttpResponse<String> add(Map<String, String> typed, String name, byte[] content) {
    return window.post(
        WRITES, PAGE, with(with(typed, "attach", "files"), "key", TestWindow.key()), name, content);
  }

  private static Map<String, String> withFile(Map<String, String> typed, String file) {
    return with(
        with(with(typed, "files[0].file", file), "files[0].about", "1"), "files[0].tells", "CARE");
  }

  private static String file(String page) {
    Matcher found = FILE.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }
}
