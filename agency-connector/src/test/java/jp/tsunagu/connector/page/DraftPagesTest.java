package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.PageClient.with;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.draft.Saved;
import jp.tsunagu.connector.testing.PageClient;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.message.RefusalMatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Nothing that was typed into a sheet is lost, and nothing is sent twice. */
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class DraftPagesTest {

  private static final String WINDOW = "/agencies/hokatsu-higashi/window/";
  private static final String TODAY = "/agencies/hokatsu-higashi/";
  private static final Owner SYSTEM = new Owner(HIGASHI, "");

  @TempDir static Path directory;
  private static TestApi api;
  private static PageClient pages;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of("tsunagu.drafts.most", "3", "tsunagu.drafts.kept", "30d"));
    pages = new PageClient(api);
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  @AfterEach
  void throwAway() {
    drafts().of(SYSTEM).forEach(draft -> drafts().remove(SYSTEM, draft.key()));
  }

  @Test
  void what_was_typed_is_kept_sealed_and_found_again(CapturedOutput log) {
    String key = key();
    HttpResponse<String> saved =
        pages.post(
            HIGASHI,
            WINDOW + "sheet",
            Map.of("key", key, "save", "1", "persons[0].name", CANARY, "note", "話の途中"));
    assertThat(saved.statusCode()).isEqualTo(302);
    assertThat(location(saved)).endsWith(WINDOW + "drafts/" + key);

    assertThat(pages.get(HIGASHI, WINDOW + "drafts/" + key).body())
        .contains(CANARY, "話の途中", "保存済み", "value=\"" + key + "\"", "この下書きを捨てる");
    assertThat(pages.get(HIGASHI, TODAY).body()).contains("下書き", CANARY, "/drafts/" + key);
    assertThat(pages.get(HIGASHI, WINDOW + "sent").body()).contains("下書き", "/drafts/" + key);
    assertThat(pages.get(HIGASHI, WINDOW + "cases").body()).doesNotContain(CANARY);
    assertThat(pages.get(HIGASHI, WINDOW + "drafts/" + key()).statusCode()).isEqualTo(404);
    assertThat(pages.get(SHAKYO, "/agencies/shakyo/window/drafts/" + key).statusCode())
        .isEqualTo(404);
    assertThat(sealed(key)).doesNotContain("カナリヤ");
    assertThat(log.getAll()).doesNotContain("カナリヤ");

    assertThat(location(pages.post(HIGASHI, WINDOW + "drafts/" + key + "/remove", Map.of())))
        .endsWith(TODAY);
    assertThat(pages.get(HIGASHI, WINDOW + "drafts/" + key).statusCode()).isEqualTo(404);
  }

  @Test
  void a_script_keeps_it_by_itself_and_so_does_every_button() {
    String key = key();
    HttpResponse<String> kept =
        pages.post(HIGASHI, WINDOW + "drafts/" + key, Map.of("key", key, "note", "一"));
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.body()).matches("下書き \\d{1,2}:\\d\\d 保存済み");

    for (String button : List.of("preview", "more", "send")) {
      String other = key();
      pages.post(
          HIGASHI, WINDOW + "sheet", Map.of("key", other, button, "persons", "note", "二" + button));
      assertThat(pages.get(HIGASHI, WINDOW + "drafts/" + other).body()).contains("二" + button);
      drafts().remove(SYSTEM, other);
    }
    assertThat(pages.get(HIGASHI, WINDOW + "drafts/" + key).body()).contains("一");
  }

  @Test
  void it_stops_being_a_draft_with_the_command_or_not_at_all() {
    String key = key();
    Map<String, String> sheet = with(with(SHEET, "key", key), "send", "1");
    breakCommits(true);
    assertThat(pages.post(HIGASHI, WINDOW + "sheet", sheet).statusCode()).isEqualTo(503);
    assertThat(drafts().of(SYSTEM)).extracting(Draft::key).containsExactly(key);
    assertThat(submittedUnder(key)).isZero();

    breakCommits(false);
    HttpResponse<String> sent = pages.post(HIGASHI, WINDOW + "sheet", sheet);
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(drafts().of(SYSTEM)).isEmpty();
    HttpResponse<String> late =
        pages.post(HIGASHI, WINDOW + "drafts/" + key, Map.of("key", key, "note", "遅れて"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("もう送られています");
    assertThat(submittedUnder(key)).isOne();

    ReceiveSheet command = command(location(sent));
    api.network()
        .deliver(
            HIGASHI,
            command.header().caseId(),
            new CommandAccepted(
                command.header().commandId(),
                command.header().caseId(),
                1,
                3,
                false,
                Instant.now()));
    await().atMost(SOON).until(() -> kept(key) == 0);
    assertThat(
            pages
                .post(HIGASHI, WINDOW + "drafts/" + key, Map.of("key", key, "note", "遅れて"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void what_the_network_refuses_later_comes_back_and_is_sent_under_a_new_key() {
    String key = key();
    HttpResponse<String> sent = pages.post(HIGASHI, WINDOW + "sheet", with(SHEET, "key", key));
    ReceiveSheet command = command(location(sent));
    CaseId caseId = command.header().caseId();
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new CommandRefused(
                command.header().commandId(),
                caseId,
                RefusalCode.BASIS_MISSING,
                new RefusalMatter(Set.of(), Set.of(), Set.of(), null),
                List.of(NextStep.values()[0]),
                false,
                Instant.now()));
    await().atMost(SOON).until(() -> drafts().of(SYSTEM).size() == 1);
    assertThat(pages.get(HIGASHI, TODAY).body()).contains("受け付けられませんでした", CANARY);

    String page = pages.get(HIGASHI, WINDOW + "drafts/" + key).body();
    assertThat(page).contains(CANARY, "要支援2", RefusalCode.BASIS_MISSING.label());
    String next = value(page, "key");
    assertThat(next).isNotEqualTo(key);
    assertThat(value(page, "instead")).isEqualTo(key);
    pages.post(
        HIGASHI,
        WINDOW + "sheet",
        with(with(with(SHEET, "key", next), "instead", key), "save", "1"));
    assertThat(drafts().of(SYSTEM)).extracting(Draft::key).containsExactly(next);
  }

  @Test
  void one_more_than_there_may_be_is_refused_and_nothing_is_thrown_away() {
    for (int number = 1; number <= 3; number++) {
      assertThat(save(SYSTEM, key(), "{}")).isInstanceOf(Saved.Kept.class);
    }
    String key = key();
    HttpResponse<String> refused =
        pages.post(HIGASHI, WINDOW + "sheet", Map.of("key", key, "save", "1", "note", "四つ目"));
    assertThat(refused.body()).contains("下書きが3件あります", "四つ目");
    assertThat(drafts().of(SYSTEM)).hasSize(3);

    String known = drafts().of(SYSTEM).getFirst().key();
    assertThat(save(SYSTEM, known, "{}")).isInstanceOf(Saved.Kept.class);
  }

  @Test
  void a_draft_is_one_persons_and_is_forgotten_in_time() {
    Owner yamada = new Owner(HIGASHI, "person-1");
    Owner lead = new Owner(HIGASHI, "person-2");
    String key = key();
    assertThat(save(yamada, key, "{\"note\":\"引継ぎ\"}")).isInstanceOf(Saved.Kept.class);
    assertThat(drafts().find(lead, key)).isEmpty();
    assertThat(save(lead, key, "{}")).isInstanceOf(Saved.Gone.class);
    assertThat(drafts().remove(lead, key)).isFalse();

    Instant later = Instant.now().plus(Duration.ofDays(31));
    assertThat(drafts().forgetOld(database(), Instant.now())).isZero();
    assertThat(drafts().forgetOld(database(), later)).isOne();
    assertThat(drafts().of(yamada)).isEmpty();
  }

  private static Saved save(Owner owner, String key, String json) {
    return drafts().save(owner, key, Bytes.copyOf(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static Drafts drafts() {
    return api.bean(Drafts.class);
  }

  private static AgencyDatabase database() {
    return api.bean(Databases.class).of(HIGASHI);
  }

  private static ReceiveSheet command(String location) {
    CaseId caseId = CaseId.of(location.replaceAll(".*/cases/([0-9a-f-]+).*", "$1"));
    await().atMost(SOON).until(() -> !api.commands(HIGASHI, caseId).isEmpty());
    return (ReceiveSheet) api.commands(HIGASHI, caseId).getLast();
  }

  /** As if the process ended before it could commit. */
  private static void breakCommits(boolean broken) {
    String table = "agency_hokatsu_higashi.outbox";
    if (broken) {
      run(
          "create function public.fail_at_commit() returns trigger language plpgsql as"
              + " 'begin raise exception ''killed''; end'");
      run(
          "create constraint trigger fail_at_commit after insert on "
              + table
              + " deferrable initially deferred for each row execute function public.fail_at_commit()");
    } else {
      run("drop trigger fail_at_commit on " + table);
      run("drop function public.fail_at_commit()");
    }
  }

  private static void run(String statement) {
    database().jdbc().sql(statement).update();
  }

  private static int submittedUnder(String key) {
    return count("select count(*) from outbox where submitted_under = :key", "page " + key);
  }

  private static int kept(String key) {
    return count("select count(*) from draft where draft_key = :key", key);
  }

  private static int count(String statement, String key) {
    return database().jdbc().sql(statement).param("key", key).query(Integer.class).single();
  }

  private static String sealed(String key) {
    byte[] content =
        database()
            .jdbc()
            .sql("select content from draft where draft_key = :key")
            .param("key", key)
            .query(byte[].class)
            .single();
    return new String(content, StandardCharsets.UTF_8);
  }

  private static String value(String page, String name) {
    Matcher found =
        Pattern.compile("name=\"" + name + "\" value=\"([0-9a-f-]{36})\"").matcher(page);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
