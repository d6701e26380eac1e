package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.message.Notice.CommandUnreadable;
import jp.tsunagu.contract.testing.SigningAgency;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people do about keys, over HTTP. */
class KeyApiTest {

  private static final AgencyId ELSEWHERE = new AgencyId("konkyu");

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
  void an_agency_changes_its_keys_and_every_other_one_sees_and_is_told_of_it() {
    String before = keysOf(HIGASHI, SHAKYO).path("sealingFingerprint").asString();
    for (String way : new String[] {"rotate", "rotate-signing", "replace-signing"}) {
      Reply made = post(SHAKYO, "/keys/" + way, "{}");
      assertThat(made.status()).isEqualTo(200);
      JsonNode fresh = made.json();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                api.network().publishKeysOf(SHAKYO);
                JsonNode seen = keysOf(HIGASHI, SHAKYO);
                assertThat(seen.path("sealingFingerprint"))
                    .isEqualTo(fresh.path("sealingFingerprint"));
                assertThat(seen.path("signingFingerprint"))
                    .isEqualTo(fresh.path("signingFingerprint"));
              });
    }
    assertThat(keysOf(HIGASHI, SHAKYO).path("sealingFingerprint").asString()).isNotEqualTo(before);
    assertThat(api.get(HIGASHI, "/inbox").body())
        .contains("AgencyKeys", keysOf(HIGASHI, SHAKYO).path("sealingFingerprint").asString());
  }

  @Test
  void a_person_confirms_the_fingerprint_that_was_read_aloud() {
    SigningAgency elsewhere =
        SigningAgency.first(api.network().address().network(), ELSEWHERE, now());
    api.network().publish(TestNetwork.agency(ELSEWHERE));
    api.network()
        .publish(
            elsewhere.published(
                elsewhere.sealing(Bytes.copyOf("a key".getBytes(StandardCharsets.UTF_8)), now())));
    await()
        .atMost(SOON)
        .until(
            () -> api.get(HIGASHI, "/keys").body(),
            body -> body.contains(ELSEWHERE.value()) && body.contains("UNCONFIRMED"));
    assertThat(keysOf(HIGASHI, ELSEWHERE).hasNonNull("sealingFingerprint")).isFalse();
    String path = "/keys/" + ELSEWHERE + "/confirm";

    assertThat(post(HIGASHI, path, "{}").status()).isEqualTo(400);
    assertThat(post(HIGASHI, path, fingerprint("0".repeat(64))).json().path("code").asString())
        .isEqualTo("FINGERPRINT_UNKNOWN");
    String right = Fingerprint.of(elsewhere.key().publicKey()).grouped();
    assertThat(post(HIGASHI, path, fingerprint(right)).status()).isEqualTo(200);
    assertThat(keysOf(HIGASHI, ELSEWHERE).path("signingFingerprint").asString()).isEqualTo(right);
    assertThat(keysOf(HIGASHI, ELSEWHERE).hasNonNull("sealingFingerprint")).isTrue();
    assertThat(keysOf(SHAKYO, ELSEWHERE).hasNonNull("sealingFingerprint")).isFalse();
  }

  @Test
  void an_alarm_about_keys_stands_until_a_person_has_seen_it() {
    api.network().deliver(SHAKYO, new CommandUnreadable(1, 4_711, "KEY_SIGNATURE_WRONG", now()));
    await().atMost(SOON).until(() -> api.get(SHAKYO, "/alarms").body().contains("KEY_FOREIGN"));
    long id =
        api.get(SHAKYO, "/alarms")
            .json()
            .path("alarms")
            .valueStream()
            .filter(alarm -> alarm.path("kind").path("code").asString().equals("KEY_FOREIGN"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    assertThat(post(HIGASHI, "/alarms/" + id + "/acknowledge", "{}").status()).isEqualTo(404);
    assertThat(post(SHAKYO, "/alarms/" + id + "/acknowledge", "{}").status()).isEqualTo(202);
    assertThat(api.get(SHAKYO, "/alarms").body()).doesNotContain("KEY_FOREIGN");
  }

  @Test
  void a_position_that_the_inbox_has_not_reached_is_refused_at_once() {
    assertThat(api.get(HIGASHI, "/inbox?after=987654&wait=30").json().path("code").asString())
        .isEqualTo("POSITION_UNKNOWN");
    assertThat(api.get(HIGASHI, "/inbox/stream?after=987654").json().path("code").asString())
        .isEqualTo("POSITION_UNKNOWN");
  }

  private static String fingerprint(String digits) {
    return "{\"fingerprint\": \"" + digits + "\"}";
  }

  private static JsonNode keysOf(AgencyId asking, AgencyId other) {
    return api.get(asking, "/keys")
        .json()
        .path("agencies")
        .valueStream()
        .filter(entry -> entry.path("agencyId").path("id").asString().equals(other.value()))
        .findFirst()
        .orElseThrow();
  }

  private static Reply post(AgencyId agency, String path, String body) {
    return api.send(api.posting(agency, path, body).build());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
