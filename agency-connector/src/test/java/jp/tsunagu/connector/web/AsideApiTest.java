package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agency does about a record of its inbox that cannot be read, over HTTP. */
class AsideApiTest {

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
  void a_record_is_passed_with_a_reason_as_json_and_what_waited_is_taken_in() {
    CaseId caseId = Samples.caseId();
    String topic = api.network().topics().inbox(SHAKYO).name();
    RecordMetadata garbage =
        api.network().put(topic, caseId.toString(), "no record".getBytes(StandardCharsets.UTF_8));
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new PersonsRegistered(TestNetwork.header(caseId, 1, TestNetwork.DESK), 3));
    String place = "/aside/%d/%d".formatted(garbage.partition(), garbage.offset());
    await().atMost(SOON).until(() -> api.get(SHAKYO, "/aside").body().contains(caseId.toString()));

    assertThat(post(SHAKYO, place + "/try-again", "{}").status()).isEqualTo(202);
    for (String without : List.of("{}", "{\"reason\":\"山田様の件\"}")) {
      Reply refused = post(SHAKYO, place + "/pass", without);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().path("errors").path(0).path("field").asString())
          .isEqualTo("reason");
    }
    assertThat(post(HIGASHI, place + "/pass", "{\"reason\":\"NOT_OURS\"}").status())
        .as("of an agency whose inbox has nothing there")
        .isEqualTo(404);
    assertThat(api.get(SHAKYO, "/cases/" + caseId).status()).isEqualTo(404);

    assertThat(post(SHAKYO, place + "/pass", "{\"reason\":\"NOT_OURS\"}").status()).isEqualTo(202);
    await().atMost(SOON).until(() -> api.get(SHAKYO, "/cases/" + caseId).status() == 200);
    assertThat(api.get(SHAKYO, "/aside").json().path("records").size()).isZero();
  }

  private static Reply post(AgencyId agency, String path, String body) {
    return api.send(api.posting(agency, path, body).build());
  }
}
