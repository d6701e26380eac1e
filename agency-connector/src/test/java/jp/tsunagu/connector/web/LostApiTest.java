package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.lost.LostSearch;
import jp.tsunagu.connector.lost.OwnRestoration;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.testing.PageClient;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPeople;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.message.Notice.CommandAccepted;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an agency does about what a restored network has lost; the test plays that network. */
class LostApiTest {

  @TempDir static Path directory;
  private static TestApi api;
  private static PageClient pages;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    pages = new PageClient(api);
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  @Test
  void what_was_received_stays_until_the_network_speaks_of_its_case_and_a_stop_stays_longer() {
    CaseId caseId = Samples.caseId();
    ReferralId known = Samples.referralId();
    ReferralId lost = Samples.referralId();
    api.network().deliver(SHAKYO, caseId, Samples.sent(header(caseId, 1), known, HIGASHI, SHAKYO));
    RecordMetadata first =
        api.network()
            .deliver(SHAKYO, caseId, Samples.sent(header(caseId, 2), lost, HIGASHI, SHAKYO));
    api.network()
        .deliver(
            SHAKYO, caseId, new SharingStopRequested(header(caseId, 3), new PersonRef(1), SHAKYO));
    await().atMost(SOON).until(() -> tasks(SHAKYO).contains(caseId.toString()));
    assertThat(items(SHAKYO, caseId)).isEmpty();

    lose(SHAKYO, Map.of(first.partition(), first.offset()));
    List<JsonNode> items = items(SHAKYO, caseId);
    assertThat(items)
        .extracting(item -> item.path("type").path("code").asString())
        .containsExactly("ReferralSent", "SharingStopRequested");
    assertThat(items.getFirst().path("about").path("from").toString()).contains("hokatsu-higashi");
    assertThat(pages.get(SHAKYO, "/agencies/shakyo/").body()).contains("覚えていません", "2件");
    assertThat(api.get(SHAKYO, "/alarms").body()).contains("NETWORK_LOST");
    assertThat(api.get(SHAKYO, "/referrals/" + lost).status()).isEqualTo(200);
    assertThat(api.get(HIGASHI, "/lost").body()).doesNotContain(caseId.toString());

    api.network().deliver(SHAKYO, caseId, new PersonsRegistered(restored(caseId, 2), 3));
    await().atMost(SOON).until(() -> api.get(SHAKYO, "/referrals/" + lost).status() == 404);
    assertThat(api.get(SHAKYO, "/referrals/" + known).status()).isEqualTo(200);
    assertThat(items(SHAKYO, caseId)).hasSize(2);
    assertThat(tasks(SHAKYO)).contains(caseId.toString());

    long sent = items.getFirst().path("id").asLong();
    JsonNode errors = decide(SHAKYO, sent, "SEND_AGAIN").json().path("errors");
    assertThat(errors.path(0).path("field").asString()).isEqualTo("decision");
    assertThat(decide(HIGASHI, sent, "KEPT").status()).as("of another agency").isEqualTo(404);
    String person = TestPeople.staff(SHAKYO, "yamada");
    assertThat(
            api.send(
                    api.request(person, "/agencies/shakyo/api/lost/" + sent + "/decide")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"decision\":\"GONE\"}"))
                        .build())
                .status())
        .isEqualTo(202);
    assertThat(decide(SHAKYO, sent, "KEPT").status()).as("decided already").isEqualTo(404);
    long stop = items.getLast().path("id").asLong();
    pages.post(SHAKYO, "/agencies/shakyo/window/lost/" + stop + "/decide", Map.of("decision", ""));
    assertThat(pages.get(SHAKYO, "/agencies/shakyo/window/lost").body())
        .contains("1件", "見本 yamada", "失われたものとする");
    assertThat(
            PageClient.location(
                pages.post(
                    SHAKYO,
                    "/agencies/shakyo/window/lost/" + stop + "/decide",
                    Map.of("decision", "KEPT"))))
        .endsWith("/window/lost?done=yes");
    assertThat(api.get(SHAKYO, "/alarms").body()).doesNotContain("NETWORK_LOST");
  }

  @Test
  void what_was_sent_goes_again_when_somebody_says_so_and_a_withdrawal_by_itself() {
    CaseId caseId = Samples.caseId();
    CaseId other = Samples.caseId();
    Wish consultation = Samples.consultation(caseId);
    Wish persons = Samples.numbered(caseId, 3);
    Wish withdrawal =
        Wish.of(
            new WithdrawConsent(
                Samples.header(other), new ConsentId(UUID.randomUUID()), Set.of(SHAKYO)));
    for (Wish wish : List.of(consultation, persons, withdrawal)) {
      api.bean(Outbox.class).submit(HIGASHI, null, () -> Samples.wishes(wish));
      answer(wish.command());
    }
    await()
        .atMost(SOON)
        .until(
            () ->
                api.bean(Records.class).outcomes(HIGASHI, other).stream()
                    .allMatch(one -> one.state() instanceof CommandState.Accepted));
    Map<Integer, Long> ends =
        IntStream.range(0, 6).boxed().collect(Collectors.toMap(each -> each, _ -> 0L));

    lose(HIGASHI, ends);
    List<JsonNode> items = items(HIGASHI, caseId);
    assertThat(items)
        .extracting(item -> item.path("type").path("code").asString())
        .containsExactly("ReceiveConsultation", "RegisterPersons");
    await().atMost(SOON).until(() -> commands(other).size() == 2);
    assertThat(commands(other))
        .extracting(command -> command.header().commandId())
        .containsOnly(withdrawal.command().header().commandId());
    assertThat(commands(caseId)).as("nobody has decided").hasSize(2);

    assertThat(decide(HIGASHI, items.getLast().path("id").asLong(), "SEND_AGAIN").status())
        .isEqualTo(202);
    await().atMost(SOON).until(() -> commands(caseId).size() == 4);
    assertThat(commands(caseId).subList(2, 4))
        .as("what it rests on goes before it")
        .extracting(command -> command.header().commandId())
        .containsExactly(
            consultation.command().header().commandId(), persons.command().header().commandId());
    assertThat(decide(HIGASHI, items.getFirst().path("id").asLong(), "SEND_AGAIN").status())
        .as("decided with it")
        .isEqualTo(404);
  }

  @Test
  void of_a_restored_record_nothing_is_shown_before_it_has_caught_up() {
    AgencyId restored = TestNetwork.DESK;
    AgencyDatabase database = api.bean(Databases.class).of(restored);
    database.jdbc().sql("insert into own_restoration (restored_at) values (now())").update();
    Reply refused = api.get(restored, "/inbox");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(pages.get(restored, "/agencies/desk/").statusCode()).isEqualTo(503);
    assertThat(api.get(restored, "/alarms").status()).isEqualTo(200);

    api.bean(OwnRestoration.class).caughtUp(database);
    assertThat(api.get(restored, "/inbox").status()).isEqualTo(200);
  }

  private static void answer(CaseCommand command) {
    api.network()
        .deliver(
            HIGASHI,
            command.header().caseId(),
            new CommandAccepted(
                command.header().commandId(),
                command.header().caseId(),
                1,
                1,
                false,
                Instant.now().truncatedTo(ChronoUnit.MILLIS)));
  }

  private static EventHeader header(CaseId caseId, long sequence) {
    return TestNetwork.header(caseId, sequence, HIGASHI);
  }

  private static EventHeader restored(CaseId caseId, long sequence) {
    EventHeader header = header(caseId, sequence);
    return new EventHeader(
        EventId.of(caseId, sequence, 5),
        caseId,
        sequence,
        header.causedBy(),
        header.times(),
        header.by(),
        5,
        header.caseNumber());
  }

  private static void lose(AgencyId agency, Map<Integer, Long> firstLost) {
    AgencyDatabase database = api.bean(Databases.class).of(agency);
    database.runInTransaction(() -> api.bean(LostSearch.class).note(database, firstLost));
  }

  private static List<JsonNode> items(AgencyId agency, CaseId caseId) {
    List<JsonNode> items = new ArrayList<>();
    api.get(agency, "/lost")
        .json()
        .path("lost")
        .forEach(
            item -> {
              if (item.path("about").path("caseId").asString().equals(caseId.toString())) {
                items.add(item);
              }
            });
    return items;
  }

  private static String tasks(AgencyId agency) {
    return api.get(agency, "/tasks").body();
  }

  private static List<CaseCommand> commands(CaseId caseId) {
    return api.commands(HIGASHI, caseId).stream().map(CaseCommand.class::cast).toList();
  }

  private static Reply decide(AgencyId agency, long item, String decision) {
    return api.send(
        api.posting(agency, "/lost/" + item + "/decide", "{\"decision\":\"" + decision + "\"}")
            .build());
  }
}
