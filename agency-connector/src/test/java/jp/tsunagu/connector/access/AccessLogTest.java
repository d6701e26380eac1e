package jp.tsunagu.connector.access;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.takeout.Takeouts;
import jp.tsunagu.connector.takeout.Taking;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Who reads what is recorded before she reads it, and nobody can make it unsaid. */
class AccessLogTest {

  private static final String YAMADA = TestPeople.staff(SHAKYO, "yamada");
  private static final String LEAD = TestPeople.lead(SHAKYO, "chief");

  private static final String RECORDS = "/agencies/shakyo/api/records.zip";

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow window;

  @BeforeAll
  static void start() {
    Path folder = directory.resolve("exchange");
    api = new TestApi(directory, Map.of("tsunagu.connector.agencies[1].folder", folder.toString()));
    window = new TestWindow(api);
  }

  @AfterAll
  static void stop() {
    window.close();
    api.close();
  }

  @Test
  void who_read_which_part_by_which_way_and_on_which_ground_is_told_to_who_leads_the_agency() {
    Delivered delivered = window.opened(SHEET);
    String accesses = "/referrals/" + delivered.referral() + "/accesses";
    await().atMost(SOON).until(() -> readers(accesses, "FOLDER").size() == 1);

    assertThat(window.get(YAMADA, delivered.page()).body())
        .contains(CANARY)
        .doesNotContain("だれが見たか");
    assertThat(api.get(SHAKYO, "/referrals/" + delivered.referral()).body()).contains(CANARY);
    assertThat(api.get(YAMADA, SHAKYO, "/cases/" + delivered.caseId()).body()).contains(CANARY);

    assertThat(
            window
                .paper(
                    YAMADA, "/agencies/shakyo/api/referrals/" + delivered.referral() + "/sheet.pdf")
                .statusCode())
        .isEqualTo(200);

    JsonNode told = api.get(LEAD, SHAKYO, accesses).json().path("accesses");
    assertThat(told.valueStream().map(AccessLogTest::inShort))
        .containsExactly(
            "PERSON yamada 見本 yamada PAPER",
            "PERSON yamada 見本 yamada INTERFACE",
            "SYSTEM agency shakyo - INTERFACE",
            "PERSON yamada 見本 yamada PAGE",
            "FOLDER  - FOLDER");
    assertThat(told.path(0).path("parts").path(0).toString())
        .contains("person-1", "本人(世帯員1)", "CONSENT", "同意");
    assertThat(told.toString()).doesNotContain(CANARY, "要支援2");
    assertThat(readers(accesses + "?part=person-1", "PERSON")).hasSize(3);
    assertThat(readers(accesses + "?part=person-2", "PERSON")).isEmpty();
    assertThat(window.get(LEAD, delivered.page()).body())
        .contains("だれが見たか", "見本 yamada", "本人(世帯員1)");
    assertThat(window.get(LEAD, "/agencies/shakyo/window/cases/" + delivered.caseId()).body())
        .contains("だれが見たか", "見本 chief");
  }

  private static List<JsonNode> readers(String path, String kind) {
    return api.get(LEAD, SHAKYO, path)
        .json()
        .path("accesses")
        .valueStream()
        .filter(each -> each.path("kind").path("code").asString().equals(kind))
        .toList();
  }

  private static String inShort(JsonNode access) {
    return String.join(
        " ",
        access.path("kind").path("code").asString(),
        access.path("reader").asString(),
        access.path("name").asString("-"),
        access.path("way").path("code").asString());
  }

  @Test
  void for_everybody_else_it_is_as_if_there_were_nothing() {
    Delivered delivered = window.opened(SHEET);
    String nothing = api.get(LEAD, SHAKYO, "/referrals/" + UUID.randomUUID() + "/accesses").body();
    for (String path :
        List.of(
            "/referrals/" + delivered.referral() + "/accesses",
            "/cases/" + delivered.caseId() + "/accesses",
            "/access-log/check")) {
      for (String token : List.of(YAMADA, SHAKYO + "-sample", TestPeople.lead(HIGASHI, "other"))) {
        TestApi.Reply answer = api.get(token, SHAKYO, path);
        assertThat(answer.status()).as(token + path).isEqualTo(404);
        assertThat(answer.body()).as(token + path).isEqualTo(nothing);
      }
    }
    TestApi.Reply own =
        api.get(
            TestPeople.lead(HIGASHI, "other"),
            HIGASHI,
            "/referrals/" + delivered.referral() + "/accesses");
    assertThat(own.body()).as("the other side has its own log").doesNotContain("yamada");
  }

  @Test
  void who_leads_the_agency_takes_all_its_records_out_and_every_piece_of_it_stands_in_the_log()
      throws IOException {
    Delivered opened = window.opened(SHEET);
    window.received(TestWindow.with(SHEET, "persons[0].name", "未開 封子"));
    HttpResponse<byte[]> answer = window.paper(LEAD, RECORDS);
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, String> files = files(answer.body());

    String folder =
        files.keySet().stream()
            .filter(name -> name.endsWith(opened.caseId() + "/案件.json"))
            .findFirst()
            .orElseThrow()
            .replace("案件.json", "");
    JsonNode taken = new ObjectMapper().readTree(files.get(folder + "案件.json"));
    assertThat(taken.path("dossiers").toString()).contains(CANARY);
    assertThat(taken.path("referrals").path(0).path("referralId").asString())
        .isEqualTo(opened.referral().toString());
    assertThat(taken.propertyNames())
        .as("every field is explained")
        .allSatisfy(field -> assertThat(files.get("はじめに.txt")).contains(field));
    assertThat(files.get(folder + "書類.csv")).startsWith("\uFEFF").contains(CANARY);
    assertThat(files.get(folder + "つなぐシート " + opened.referral() + ".pdf")).startsWith("%PDF");
    assertThat(files.get("一覧/連絡.csv")).startsWith("\uFEFF").contains(opened.referral().toString());
    assertThat(String.join("", files.values())).as("what nobody opened").doesNotContain("未開 封子");

    JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
    assertThat(List.copyOf(files.keySet()).getLast()).isEqualTo("manifest.json");
    assertThat(manifest.path("counts").path("cases").asLong())
        .isEqualTo(files.keySet().stream().filter(name -> name.endsWith("/案件.json")).count())
        .isEqualTo(lines(files, "一覧/案件.csv"));
    assertThat(manifest.path("counts").path("referrals").asLong())
        .isEqualTo(lines(files, "一覧/連絡.csv"));
    assertThat(manifest.path("counts").path("accesses").asLong())
        .isEqualTo(lines(files, "一覧/閲覧の記録.csv"));
    assertThat(manifest.path("left").path("unopenedReferrals").asLong()).isPositive();
    assertThat(files.get("一覧/閲覧の記録.csv")).contains("見本 chief,記録の持ち出し," + opened.caseId());
    assertThat(readers("/cases/" + opened.caseId() + "/accesses", "PERSON"))
        .extracting(AccessLogTest::inShort)
        .containsExactly("PERSON chief 見本 chief TAKEN_OUT");
  }

  private static Map<String, String> files(byte[] archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  /** Without the headings. */
  private static long lines(Map<String, String> files, String csv) {
    return files.getOrDefault(csv, "").lines().count() - 1;
  }

  @Test
  void records_leave_with_nobody_else_and_with_one_at_a_time() {
    String connection = "/agencies/shakyo/window/connection";
    assertThat(window.get(LEAD, connection).body()).contains("記録を持ち出す(ZIP)");
    assertThat(window.get(SHAKYO + "-sample", connection).body()).doesNotContain("記録を持ち出す");
    for (String token : List.of(YAMADA, SHAKYO + "-sample", TestPeople.lead(HIGASHI, "other"))) {
      assertThat(window.paper(token, RECORDS).statusCode()).as(token).isEqualTo(404);
    }

    Takeouts takeouts = api.bean(Takeouts.class);
    assertThat(takeouts.begins(SHAKYO)).isTrue();
    assertThat(api.get(LEAD, SHAKYO, "/records.zip").status()).isEqualTo(409);
    Taking taking = new Taking(SHAKYO, reader("chief"), null);
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("whoever asked is gone");
          }
        };
    assertThatThrownBy(() -> takeouts.write(taking, closed)).isInstanceOf(IOException.class);
    assertThat(window.get(LEAD, connection).body()).contains("途中で終わりました");
    assertThat(window.paper(LEAD, RECORDS).statusCode()).isEqualTo(200);
    assertThat(window.get(LEAD, connection).body()).contains("終わりました。");
  }

  @Test
  void without_its_entry_no_content_leaves() {
    Delivered delivered = window.opened(SHEET);
    AgencyDatabase database = database(SHAKYO);
    database
        .jdbc()
        .sql(
            "alter table "
                + table(SHAKYO)
                + " add constraint full_up check (at < '2020-01-01') not valid")
        .update();
    try {
      HttpResponse<String> page = window.get(YAMADA, delivered.page());
      assertThat(page.statusCode()).isGreaterThanOrEqualTo(500);
      assertThat(page.body()).doesNotContain(CANARY);
      assertThat(api.get(SHAKYO, "/referrals/" + delivered.referral()).body())
          .doesNotContain(CANARY);
    } finally {
      database.jdbc().sql("alter table " + table(SHAKYO) + " drop constraint full_up").update();
    }
    assertThat(window.get(YAMADA, delivered.page()).body()).contains(CANARY);
  }

  @Test
  void nothing_changes_an_entry_and_who_does_all_the_same_is_found() {
    AgencyId agency = HIGASHI;
    AccessLog log = api.bean(AccessLog.class);
    together(() -> log.record(agency, reader("sato"), List.of(shown(), shown())));
    ChainCheck.Verdict.Whole before = (ChainCheck.Verdict.Whole) check(agency);
    assertThat(before.entries()).isGreaterThanOrEqualTo(16);

    for (String change :
        List.of(
            "update access_entry set reader = 'suzuki'",
            "delete from access_entry",
            "update access_chain set end_number = 0",
            "delete from access_chain")) {
      assertThatThrownBy(() -> database(agency).jdbc().sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    assertThat(check(agency)).isEqualTo(before);

    unguarded(agency, "update access_entry set reader = 'suzuki' where number = 3");
    assertThat(check(agency)).isEqualTo(new ChainCheck.Verdict.Broken(3, ChainCheck.Fault.CHANGED));
    assertThat(
            api.get(TestPeople.lead(agency, "chief"), agency, "/access-log/check")
                .json()
                .toString())
        .contains("\"whole\":false", "\"brokenAt\":3");
    unguarded(agency, "update access_entry set reader = 'sato' where number = 3");
    assertThat(check(agency)).isEqualTo(before);

    unguarded(agency, "delete from access_entry where number = " + before.last());
    assertThat(check(agency))
        .as("also the last one is missed")
        .isEqualTo(new ChainCheck.Verdict.Broken(before.last(), ChainCheck.Fault.MISSING));
  }

  @Test
  void what_is_past_its_time_ends_and_the_rest_still_follows_from_it() {
    AgencyId agency = new AgencyId("desk");
    AccessLog log = api.bean(AccessLog.class);
    log.record(agency, reader("sato"), List.of(shown(), shown(), shown()));
    Instant between = Instant.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
    await().until(() -> Instant.now().isAfter(between));
    log.record(agency, reader("sato"), List.of(shown(), shown()));

    assertThat(log.endOf(agency, between)).isEqualTo(3);
    assertThat(check(agency))
        .isInstanceOfSatisfying(
            ChainCheck.Verdict.Whole.class,
            whole -> {
              assertThat(whole.entries()).isEqualTo(2);
              assertThat(whole.last()).isEqualTo(5);
            });
    unguarded(agency, "delete from access_entry where number = 4");
    assertThat(check(agency)).isEqualTo(new ChainCheck.Verdict.Broken(4, ChainCheck.Fault.MISSING));
  }

  private static void together(Runnable work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 8)
          .mapToObj(_ -> CompletableFuture.runAsync(work, threads))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  private static Reader reader(String account) {
    return new Reader(Reader.Kind.PERSON, account, Reader.Way.PAGE);
  }

  private static AccessLog.Shown shown() {
    return new AccessLog.Shown(
        new CaseId(UUID.randomUUID()),
        null,
        new DossierId(UUID.randomUUID()),
        List.of(new AccessEntry.Part("person-1", "CONSENT"), new AccessEntry.Part("staff", "")));
  }

  private static ChainCheck.Verdict check(AgencyId agency) {
    return api.bean(ChainCheck.class).check(agency);
  }

  private static AgencyDatabase database(AgencyId agency) {
    return api.bean(Databases.class).of(agency);
  }

  private static String table(AgencyId agency) {
    return database(agency)
        .jdbc()
        .sql(
            "select table_schema || '.' || table_name from information_schema.tables"
                + " where table_name = 'access_entry' and table_schema like :own")
        .param("own", "%" + agency.value().replace("-", "%"))
        .query(String.class)
        .single();
  }

  /** What somebody does who may do everything at the database. */
  private static void unguarded(AgencyId agency, String change) {
    AgencyDatabase database = database(agency);
    database.runInTransaction(
        () -> {
          database.jdbc().sql("set local session_replication_role = replica").update();
          database.jdbc().sql(change).update();
        });
  }
}
