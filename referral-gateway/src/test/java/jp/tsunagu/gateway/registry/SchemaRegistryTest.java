package jp.tsunagu.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.SchemaTable;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SampleNetwork;
import jp.tsunagu.gateway.testing.SharedReadSide;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ExtendWith(SharedReadSide.class)
class SchemaRegistryTest {

  private static final MediaType REGISTRY =
      MediaType.parseMediaType("application/vnd.schemaregistry.v1+json");

  private final RunningReadSide readSide;
  private final RestTestClient client;
  private final Topics topics;
  private final String subject;

  SchemaRegistryTest(RunningReadSide readSide) {
    this.readSide = readSide;
    this.client = readSide.stranger();
    this.topics = readSide.ledger().topics();
    this.subject = topics.ledger().name() + "-jp.tsunagu.contract.avro.event.ReferralSent";
  }

  @Test
  void a_consumer_that_knows_only_the_wire_format_and_this_address_decodes_the_ledger() {
    Household household =
        Household.receivedBy(SampleNetwork.HOKATSU, Instant.parse("2026-09-03T01:20:00Z"));
    var leg = household.newLeg();
    household.sent(leg, SampleNetwork.HOKATSU, SampleNetwork.SHAKYO);
    readSide.tell(household);

    var stranger = new IndependentConsumer(readSide.broker().bootstrapServers(), readSide.url());
    List<GenericRecord> records =
        stranger.read(topics.ledger().name(), household.caseId().toString());

    assertThat(records)
        .extracting(record -> record.getSchema().getName())
        .containsExactly("ConsultationReceived", "ReferralSent");
    GenericRecord sent = records.getLast();
    assertThat(sent.toString())
        .contains("hokatsu-higashi", "shakyo", leg.toString(), household.caseId().toString());
    assertThat(stranger.read(topics.directory().name(), "agency/shakyo")).hasSize(1);
  }

  @Test
  void every_schema_is_found_by_its_id() {
    for (SchemaTable.Entry entry : SchemaTable.standard().entries()) {
      client
          .get()
          .uri("/schemas/ids/{id}", entry.id())
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .contentType(REGISTRY)
          .expectBody()
          .jsonPath("$.schema")
          .isEqualTo(entry.schema());
    }
  }

  @Test
  void an_unknown_id_is_answered_in_the_registry_s_own_form() {
    for (String id : List.of("999999", "0", "abc", "99999999999999999999", "-1")) {
      expectError(client.get().uri("/schemas/ids/{id}", id).exchange(), 404, 40403);
    }
  }

  @Test
  void subjects_are_the_concrete_topics_of_ledger_state_directory_and_every_connected_agency() {
    client
        .get()
        .uri("/subjects")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody(String[].class)
        .value(
            subjects ->
                assertThat(subjects)
                    .contains(
                        subject,
                        topics.caseState().name() + "-jp.tsunagu.contract.avro.state.CaseState",
                        topics.directory().name() + "-jp.tsunagu.contract.avro.directory.Agency",
                        topics.outbox(SampleNetwork.SHAKYO).name()
                            + "-jp.tsunagu.contract.avro.command.SendReferral",
                        topics.inbox(SampleNetwork.DESK).name()
                            + "-jp.tsunagu.contract.avro.event.ReferralSent")
                    .noneMatch(subject -> subject.contains("minsei"))
                    .isSorted());
  }

  @Test
  void a_version_is_read_by_its_number_and_as_the_latest() {
    client.get().uri("/subjects/{s}/versions", subject).exchange().expectBody().json("[1]");
    for (String version : List.of("1", "latest")) {
      client
          .get()
          .uri("/subjects/{s}/versions/{v}", subject, version)
          .exchange()
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.subject")
          .isEqualTo(subject)
          .jsonPath("$.version")
          .isEqualTo(1)
          .jsonPath("$.id")
          .isNumber()
          .jsonPath("$.schema")
          .exists();
    }
  }

  @Test
  void what_does_not_exist_is_answered_with_the_registry_s_numbers() {
    expectError(client.get().uri("/subjects/none/versions").exchange(), 404, 40401);
    expectError(client.get().uri("/subjects/none/versions/1").exchange(), 404, 40401);
    expectError(client.get().uri("/subjects/{s}/versions/77", subject).exchange(), 404, 40402);
    expectError(client.get().uri("/subjects/{s}/versions/0", subject).exchange(), 422, 42202);
    expectError(client.get().uri("/subjects/{s}/versions/new", subject).exchange(), 422, 42202);
    expectError(client.get().uri("/config/none").exchange(), 404, 40401);
  }

  @Test
  void it_says_that_it_is_compatible_for_ever_and_read_only() {
    client.get().uri("/schemas/types").exchange().expectBody().json("[\"AVRO\"]");
    String compatibility = "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}";
    client.get().uri("/config").exchange().expectBody().json(compatibility);
    client.get().uri("/config/{s}", subject).exchange().expectBody().json(compatibility);
    client.get().uri("/mode").exchange().expectBody().json("{\"mode\":\"READONLY\"}");
  }

  @Test
  void nothing_can_be_written() {
    expectError(client.post().uri("/subjects/{s}/versions", subject).exchange(), 422, 42205);
    expectError(client.delete().uri("/subjects/{s}", subject).exchange(), 422, 42205);
    expectError(client.put().uri("/config").exchange(), 422, 42205);
    expectError(client.put().uri("/mode").exchange(), 422, 42205);
  }

  private static void expectError(RestTestClient.ResponseSpec answer, int status, int code) {
    answer
        .expectStatus()
        .isEqualTo(status)
        .expectHeader()
        .contentType(REGISTRY)
        .expectBody()
        .jsonPath("$.error_code")
        .isEqualTo(code)
        .jsonPath("$.message")
        .isNotEmpty();
  }
}
