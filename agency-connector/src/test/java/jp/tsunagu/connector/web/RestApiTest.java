package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.message.RefusalMatter;
import jp.tsunagu.contract.testing.EdgeCheck;
import jp.tsunagu.contract.testing.EdgeCheck.Edge;
import jp.tsunagu.contract.testing.OpenApiCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestApiTest {

  private static final String SHEET =
      """
      {"consultation": {"fields": ["高齢・介護"], "area": "東", "urgency": "通常"},
       "persons": [{"name": "渡邉 トミ", "kana": "わたなべ とみ", "birthDate": "昭和19年2月11日",
                    "care": "要支援2", "basis": "CONSENT"}],
       "consents": [{"person": 1, "purpose": "包括的相談支援", "scope": ["IDENTITY", "CARE", "CONSULTATION"],
                     "recipients": ["shakyo"], "method": "書面", "givenOn": "令和2年9月3日"}],
       "referral": {"receiver": "shakyo"}, "note": "連絡文", "noteAbout": 1}
      """;

  @TempDir static Path directory;
  private static TestApi api;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void a_saturated_database_is_told_as_503_and_the_same_key_is_taken_later() throws SQLException {
    String key = UUID.randomUUID().toString();
    List<Connection> taken = new ArrayList<>();
    try {
      takeAll(api.bean(DataSource.class), taken);
      Reply busy = api.post(HIGASHI, "/consultations", key, SHEET);
      assertThat(busy.status()).isEqualTo(503);
      assertThat(busy.header("Retry-After")).isNotEmpty();
      assertThat(busy.header("Content-Type")).startsWith("application/problem+json");
      assertThat(busy.json().path("detail").asString()).contains("何も登録されていません");
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    assertThat(api.post(HIGASHI, "/consultations", key, SHEET).status()).isEqualTo(202);
  }

  private static void takeAll(DataSource pool, List<Connection> taken) throws SQLException {
    try {
      while (true) {
        taken.add(pool.getConnection());
      }
    } catch (SQLTransientConnectionException empty) {
      assertThat(taken).isNotEmpty();
    }
  }

  @Test
  void a_whole_sheet_is_one_command_with_consultation_consent_and_sealed_referral() {
    Reply reply = api.post(HIGASHI, "/consultations", SHEET);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.header("Location")).startsWith("/agencies/hokatsu-higashi/api/commands/");
    ReceiveSheet sent = (ReceiveSheet) commands(reply, 1).getLast();
    assertThat(sent.consents()).hasSize(1);
    assertThat(sent.legs()).extracting(SheetLeg::receiver).containsExactly(SHAKYO);
    assertThat(java.util.Objects.requireNonNull(sent.dossier()).parts())
        .extracting(SealedPart::name)
        .containsExactlyInAnyOrder("person-1", "note");
    Reply outcome =
        api.send(
            HttpRequest.newBuilder(api.uri(reply.header("Location")))
                .header("Authorization", "Bearer hokatsu-higashi-sample")
                .build());
    assertThat(outcome.json().path("state").path("code").asString()).isIn("STORED", "SENT");
    assertThat(outcome.json().path("decided").asBoolean()).isFalse();
    assertThat(outcome.json().path("kind").has("label")).isTrue();
  }

  @Test
  void a_blank_addressee_goes_to_the_desk() {
    Reply reply =
        api.post(
            HIGASHI, "/consultations", SHEET.replace("\"shakyo\"}, \"note\"", "\"\"}, \"note\""));

    ReceiveSheet sent = (ReceiveSheet) commands(reply, 1).getLast();
    assertThat(sent.legs()).extracting(SheetLeg::receiver).containsOnlyNulls();
  }

  @Test
  void the_same_key_gives_the_same_answer_and_one_effect() {
    String key = UUID.randomUUID().toString();
    Reply first = api.post(HIGASHI, "/consultations", key, SHEET);
    Reply second = api.post(HIGASHI, "/consultations", key, SHEET);

    assertThat(second.status()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(commands(first, 1)).hasSize(1);
    Reply other = api.post(HIGASHI, "/consultations", key, SHEET.replace("要支援2", "要支援1"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.json().path("type").asString()).endsWith("key-reused");
  }

  @Test
  void a_key_used_at_the_same_time_has_one_effect() {
    String key = UUID.randomUUID().toString();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Reply>> replies =
          IntStream.range(0, 20)
              .mapToObj(
                  _ ->
                      CompletableFuture.supplyAsync(
                          () -> api.post(HIGASHI, "/consultations", key, SHEET), threads))
              .toList();
      List<Reply> all = replies.stream().map(CompletableFuture::join).toList();

      assertThat(all).extracting(Reply::status).isSubsetOf(202, 409).contains(202);
      assertThat(all.stream().filter(reply -> reply.status() == 202).map(Reply::body).distinct())
          .hasSize(1);
    }
  }

  @Test
  void a_key_is_needed_and_has_a_form() {
    Reply missing = api.send(api.posting(HIGASHI, "/consultations", SHEET).build());
    Reply malformed = api.post(HIGASHI, "/consultations", "a b", SHEET);

    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().path("type").asString()).endsWith("idempotency-key-missing");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.json().path("type").asString()).endsWith("idempotency-key-malformed");
    assertThat(missing.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void malformed_json_is_placed_and_never_repeated() {
    Reply reply =
        api.post(HIGASHI, "/consultations", "{\n  \"persons\": [{\"name\": \"渡邉 トミ\",}]\n}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors").path(0).path("field").asString())
        .startsWith("line 2, column ");
    assertThat(reply.body()).doesNotContain("渡邉");
  }

  @Test
  void every_wrong_field_is_named_with_its_fix() {
    Reply reply =
        api.post(
            HIGASHI,
            "/consultations",
            SHEET
                .replace("昭和19年", "昭和65年")
                .replace("{\"receiver\": \"shakyo\"}", "{\"receiver\": \"midori-fudosan\"}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("errors"))
        .extracting(error -> error.path("field").asString())
        .containsExactlyInAnyOrder("persons[0].birthDate", "referral.receiver");
    assertThat(reply.json().path("errors"))
        .allSatisfy(error -> assertThat(error.path("fix").asString()).isNotBlank());
  }

  @Test
  void a_20_MB_body_is_refused_unread() {
    Reply reply = api.post(HIGASHI, "/consultations", "x".repeat(20 * 1024 * 1024));

    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().path("detail").asString()).contains("2MB");
  }

  @Test
  void its_description_can_be_used() {
    OpenApiCheck.isSound(api.send(HttpRequest.newBuilder(api.uri("/v3/api-docs")).build()).body());
  }

  @Test
  void its_edge_is_that_of_every_service() {
    EdgeCheck.isOn(
        new Edge(
            api.uri("/").getPort(),
            "/agencies/hokatsu-higashi/api/inbox/stream",
            "/agencies/hokatsu-higashi/api/consultations",
            "hokatsu-higashi-sample"));
  }

  @Test
  void lists_come_in_pages_and_a_wrong_page_names_its_parameter() {
    api.post(HIGASHI, "/consultations", SHEET);
    api.post(HIGASHI, "/consultations", SHEET);
    JsonNode first = api.get(HIGASHI, "/cases?limit=1").json();
    assertThat(first.path("cases")).hasSize(1);
    String cursor = first.path("nextCursor").asString();
    JsonNode second = api.get(HIGASHI, "/cases?limit=1&cursor=" + cursor).json();
    assertThat(second.path("cases")).hasSize(1).isNotEqualTo(first.path("cases"));
    for (String list : List.of("/referrals", "/cases", "/tasks", "/meetings", "/webhooks/dead")) {
      assertThat(api.get(HIGASHI, list).status()).as(list).isEqualTo(200);
      assertRefused(list + "?limit=201", "PARAMETER_INVALID", "limit");
      assertRefused(list + "?cursor=x", "CURSOR_INVALID", "cursor");
      assertRefused(list + "?before=x", "PARAMETER_UNKNOWN", "before");
    }
    assertRefused("/referrals?cursor=" + cursor, "CURSOR_INVALID", "cursor");
    assertRefused("/referrals?side=NOBODY", "PARAMETER_INVALID", "side");
  }

  private static void assertRefused(String path, String code, String field) {
    Reply reply = api.get(HIGASHI, path);
    assertThat(reply.status()).as(path).isEqualTo(400);
    assertThat(reply.json().path("code").asString()).isEqualTo(code);
    assertThat(reply.json().path("errors").path(0).path("field").asString()).isEqualTo(field);
  }

  @Test
  void another_media_type_is_refused() {
    Reply reply =
        api.send(
            api.request(HIGASHI, "/consultations")
                .header("Content-Type", "text/xml")
                .header("Idempotency-Key", "k")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"))
                .build());

    assertThat(reply.status()).isEqualTo(415);
  }

  @Test
  void another_agencys_path_looks_as_if_it_did_not_exist() {
    Reply unknown = as(HIGASHI, "/agencies/nobody-here/api/referrals");
    Reply foreign = as(HIGASHI, "/agencies/shakyo/api/referrals");
    Reply nowhere = as(HIGASHI, "/agencies/shakyo/api/no-such-thing");

    assertThat(List.of(unknown, foreign, nowhere)).extracting(Reply::status).containsOnly(404);
    assertThat(List.of(unknown.body(), foreign.body(), nowhere.body()))
        .containsOnly(unknown.body());
    Reply nobody =
        api.send(HttpRequest.newBuilder(api.uri("/agencies/shakyo/api/referrals")).build());
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void a_case_is_found_by_what_people_call_it_and_nobody_elses_is() {
    ReferralId referralId = received();
    JsonNode referral = api.get(SHAKYO, "/referrals/" + referralId).json();
    CaseId caseId = CaseId.of(referral.path("caseId").asString());
    CaseNumber number = TestNetwork.numberOf(caseId);
    assertThat(referral.path("caseNumber").asString()).isEqualTo(number.value());

    String typed = "/cases/R8" + number.value().substring(3);
    assertThat(api.get(SHAKYO, typed).body()).isEqualTo(api.get(SHAKYO, "/cases/" + caseId).body());
    Reply foreign = api.get(TestNetwork.DESK, typed);
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.body())
        .isEqualTo(api.get(TestNetwork.DESK, "/cases/R8-9999998-1").body())
        .isEqualTo(api.get(TestNetwork.DESK, "/cases/" + UUID.randomUUID()).body());
  }

  @Test
  void an_answer_needs_what_was_seen_and_refuses_what_has_changed() {
    ReferralId referralId = received();
    Reply seen = api.get(SHAKYO, "/referrals/" + referralId);
    assertThat(seen.header("ETag")).isEqualTo("\"2\"");
    assertThat(seen.json().path("stage").path("code").asString()).isEqualTo("ARRIVED");
    assertThat(seen.body()).contains("渡邉 トミ", "要支援2");
    String path = "/referrals/" + referralId + "/accept";

    assertThat(answer(path, null).status()).isEqualTo(428);
    assertThat(answer(path, "\"1\"").status()).isEqualTo(412);
    Reply accepted = answer(path, seen.header("ETag"));

    assertThat(accepted.status()).isEqualTo(202);
    CaseId caseId = CaseId.of(accepted.json().path("caseId").asString());
    await()
        .atMost(SOON)
        .until(
            () -> api.commands(SHAKYO, caseId).stream().anyMatch(AcceptReferral.class::isInstance));
    assertThat(api.get(HIGASHI, "/referrals/" + UUID.randomUUID()).body())
        .isEqualTo(api.get(TestNetwork.DESK, "/referrals/" + referralId).body());
  }

  @Test
  void a_refusal_is_told_to_who_waits_for_it() {
    Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    CompletableFuture<Reply> waiting =
        CompletableFuture.supplyAsync(() -> api.post(HIGASHI, "/consultations?wait=10", SHEET));
    CompletableFuture<Void> gateway = CompletableFuture.runAsync(() -> refuseSheetSince(begin));

    Reply reply = waiting.join();

    gateway.join();
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("code").asString()).isEqualTo("NO_BASIS_FOR_PERSON");
    assertThat(reply.json().path("refused").path("persons").get(0).asInt()).isEqualTo(1);
    assertThat(reply.json().path("refused").path("nextSteps").get(0).path("label").asString())
        .contains("外して送る");
    assertThat(reply.json().path("fix").asString()).contains("外して送る");
    assertThat(reply.json().path("detail").asString())
        .contains("世帯員1", DetailKind.CARE.label(), "shakyo", "何も登録されていません");
    nothingIsLeftOf(reply.json().path("refused").path("submitted"));
  }

  private static void nothingIsLeftOf(JsonNode submitted) {
    String caseId = submitted.path("caseId").asString();
    assertThat(api.get(HIGASHI, "/cases/" + caseId).status()).isEqualTo(404);
    assertThat(api.get(HIGASHI, "/cases").body()).doesNotContain(caseId);
    String command = submitted.path("commandIds").get(0).asString();
    assertThat(api.get(HIGASHI, "/commands/" + command).json().at("/state/code").asString())
        .isEqualTo("REFUSED");
    assertThat(api.bean(Records.class).dossiers(HIGASHI, CaseId.of(caseId))).isEmpty();
  }

  @Test
  void a_second_referral_to_the_same_agency_needs_a_confirmation_and_the_open_one_is_named() {
    ReferralId open = received();
    JsonNode referral = api.get(SHAKYO, "/referrals/" + open).json();
    CaseId caseId = CaseId.of(referral.path("caseId").asString());
    String again =
        """
        {"caseId": "%s", "receiver": "shakyo", "urgency": "通常"%s}
        """;

    Reply asked = api.post(SHAKYO, "/referrals", again.formatted(caseId, ""));

    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.json().path("code").asString()).isEqualTo("REFERRAL_STILL_OPEN");
    JsonNode error = asked.json().path("errors").get(0);
    assertThat(error.path("field").asString()).isEqualTo("besideOpen");
    assertThat(error.path("choices").get(0).path("code").asString()).isEqualTo(open.toString());
    Reply confirmed =
        api.post(SHAKYO, "/referrals", again.formatted(caseId, ", \"besideOpen\": true"));
    assertThat(confirmed.status()).isEqualTo(202);
  }

  @Test
  void what_took_effect_is_told_in_words() {
    Reply reply = api.post(HIGASHI, "/consultations", SHEET);
    ReceiveSheet sheet = (ReceiveSheet) commands(reply, 1).getLast();
    CaseId caseId = sheet.header().caseId();
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new ConsultationReceived(
                TestNetwork.header(caseId, 1, HIGASHI),
                HIGASHI,
                new Reception(
                    sheet.reception().fields(),
                    sheet.reception().area(),
                    sheet.reception().urgency(),
                    sheet.reception().kind(),
                    null),
                1,
                null));
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            new CommandAccepted(sheet.header().commandId(), caseId, 1, 1, false, Instant.now()));
    String command = "/commands/" + sheet.header().commandId();
    await().atMost(SOON).until(() -> api.get(HIGASHI, command).json().path("decided").asBoolean());

    JsonNode outcome = api.get(HIGASHI, command).json();

    assertThat(outcome.path("result").asString()).isEqualTo("相談受付を登録しました。");
    assertThat(outcome.path("happened").get(0).path("code").asString())
        .isEqualTo("ConsultationReceived");
  }

  @Test
  void a_long_poll_ends_with_the_news() {
    long after = newest(SHAKYO);
    CompletableFuture<Reply> polling =
        CompletableFuture.supplyAsync(() -> api.get(SHAKYO, "/inbox?wait=30&after=" + after));
    received();

    Reply reply = polling.orTimeout(25, java.util.concurrent.TimeUnit.SECONDS).join();

    assertThat(reply.json().path("items").size()).isPositive();
    assertThat(reply.json().path("next").asLong()).isGreaterThan(after);
  }

  @Test
  void a_stream_goes_on_after_the_last_event_seen() {
    received();
    Reply page = api.get(SHAKYO, "/inbox?limit=1");
    long first = page.json().path("next").asLong();
    List<String> lines = streamed(first, 1);

    assertThat(lines).noneMatch(line -> line.equals("id:" + first));
    assertThat(lines).anyMatch(line -> line.startsWith("data:{"));
  }

  @Test
  void a_deadline_is_shown_before_sending() {
    Reply reply = api.get(HIGASHI, "/deadline-preview?urgency=EMERGENCY&receiver=shakyo");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("message").asString()).contains("回答期限", "先に電話");
    assertThat(api.get(HIGASHI, "/deadline-preview").status()).isEqualTo(400);
    assertThat(api.get(HIGASHI, "/deadline-preview?urgency=SOON").status()).isEqualTo(400);
  }

  @Test
  void the_api_describes_itself_in_japanese() {
    Reply reply = api.send(HttpRequest.newBuilder(api.uri("/v3/api-docs")).build());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .contains("/agencies/{agencyId}/api/consultations", "つなぐシートを登録する", "つなぎ戻す")
        .contains("meeting-requests/{requestId}/attendance", "開催通知に出欠を答える")
        .doesNotContain("CasePost", "ReferralPost");
    JsonNode accept =
        reply.json().path("paths").path("/agencies/{agencyId}/api/referrals/{referralId}/accept");
    assertThat(accept.path("post").path("parameters").findValuesAsString("name"))
        .contains("referralId", "Idempotency-Key", "If-Match", "wait");
  }

  private static Reply as(AgencyId agency, String path) {
    return api.send(
        HttpRequest.newBuilder(api.uri(path))
            .header("Authorization", "Bearer " + agency + "-sample")
            .build());
  }

  private static Reply answer(String path, @org.jspecify.annotations.Nullable String ifMatch) {
    HttpRequest.Builder request =
        api.posting(SHAKYO, path, "{\"note\": \"伺います\", \"noteNamesNoOne\": true}")
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return api.send((ifMatch == null ? request : request.header("If-Match", ifMatch)).build());
  }

  private static List<Object> commands(Reply reply, int count) {
    CaseId caseId = CaseId.of(reply.json().path("caseId").asString());
    await().atMost(SOON).until(() -> api.commands(HIGASHI, caseId).size() >= count);
    return api.commands(HIGASHI, caseId);
  }

  private static long newest(AgencyId agency) {
    return api.get(agency, "/inbox?limit=500").json().path("next").asLong();
  }

  /** A referral from HIGASHI to SHAKYO that the network has delivered. */
  private static ReferralId received() {
    Reply reply = api.post(HIGASHI, "/consultations", SHEET);
    ReceiveSheet sheet = (ReceiveSheet) commands(reply, 1).getLast();
    SheetLeg sent = sheet.legs().getFirst();
    CaseId caseId = sheet.header().caseId();
    var dossier = java.util.Objects.requireNonNull(sheet.dossier());
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new DossierDelivered(
                caseId, sent.referralId(), dossier.onlyFor(SHAKYO).orElseThrow(), Instant.now()));
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new ReferralSent(
                TestNetwork.header(caseId, 2, HIGASHI),
                sent.referralId(),
                new ChainPlace(sent.referralId(), null),
                new LegParties(HIGASHI, SHAKYO),
                sent.mode(),
                java.util.Objects.requireNonNull(sent.urgency()),
                Samples.clock(),
                dossier.outline()));
    await()
        .atMost(SOON)
        .until(() -> api.get(SHAKYO, "/referrals/" + sent.referralId()).status() == 200);
    return sent.referralId();
  }

  /** Refuses what was sent from this moment on, not a referral of the test before. */
  private void refuseSheetSince(Instant begin) {
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              for (TestNetwork.Sent sent : api.network().outbox(HIGASHI)) {
                if (sent.value() instanceof ReceiveSheet sheet
                    && !sheet.header().enteredAt().isBefore(begin)) {
                  refuse(sheet);
                  return true;
                }
              }
              return false;
            });
  }

  private static void refuse(ReceiveSheet sheet) {
    api.network()
        .deliver(
            HIGASHI,
            sheet.header().caseId(),
            new CommandRefused(
                sheet.header().commandId(),
                sheet.header().caseId(),
                RefusalCode.NO_BASIS_FOR_PERSON,
                new RefusalMatter(
                    Set.of(new PersonRef(1)), Set.of(DetailKind.CARE), Set.of(SHAKYO), null),
                List.of(NextStep.LEAVE_PERSON_OUT),
                false,
                Instant.now()));
  }

  private static List<String> streamed(long lastEventId, int events) {
    HttpRequest request =
        api.request(SHAKYO, "/inbox/stream")
            .header("Accept", "text/event-stream")
            .header("Last-Event-ID", Long.toString(lastEventId))
            .build();
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      var response = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofLines());
      List<String> lines = new java.util.ArrayList<>();
      var found = response.body().iterator();
      int seen = 0;
      while (seen < events && found.hasNext()) {
        String line = found.next();
        lines.add(line);
        seen += line.startsWith("data:") ? 1 : 0;
      }
      client.shutdownNow();
      return lines;
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException("no stream", e);
    }
  }
}
