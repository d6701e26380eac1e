package jp.tsunagu.gateway.web;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.topic.Topic;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SharedReadSide;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideSight;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.caller.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What desk and managers do about a record that cannot be read, over HTTP. */
@ExtendWith(SharedReadSide.class)
class AsideInterfaceTest {

  private static final Instant START = Instant.parse("2026-09-03T01:20:00Z");

  private final RunningReadSide readSide;
  private final Household held = household();

  AsideInterfaceTest(RunningReadSide readSide) {
    this.readSide = readSide;
  }

  private static Household household() {
    Household household = Household.receivedBy(HOKATSU, START);
    return household.sent(household.newLeg(), HOKATSU, SHAKYO);
  }

  @Test
  void a_held_case_says_so_until_a_person_passes_the_record_with_a_reason() {
    readSide.tell(held);
    caseOf(readSide.desk()).jsonPath("$.incomplete").doesNotExist();
    String place = putGarbageBehind(held);

    caseOf(readSide.desk()).jsonPath("$.incomplete").value(AsideInterfaceTest::saysIncomplete);
    caseOf(readSide.agency(HOKATSU))
        .jsonPath("$.incomplete")
        .value(AsideInterfaceTest::saysIncomplete);
    post(readSide.desk(), place + "/try-again", "{}").expectStatus().isAccepted();
    caseOf(readSide.desk()).jsonPath("$.incomplete").exists();
    for (String without : new String[] {"{}", "{\"reason\":null}", "{\"reason\":\"山田様の件\"}"}) {
      post(readSide.desk(), place + "/pass", without)
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.errors[0].field")
          .isEqualTo("reason")
          .jsonPath("$.errors[0].choices[0].code")
          .isEqualTo("NOT_OURS");
    }
    caseOf(readSide.desk()).jsonPath("$.incomplete").exists();

    post(readSide.manager(), place + "/pass", "{\"reason\":\"NOT_OURS\"}")
        .expectStatus()
        .isAccepted();
    await()
        .atMost(SOON)
        .untilAsserted(() -> caseOf(readSide.desk()).jsonPath("$.incomplete").doesNotExist());
    post(readSide.desk(), place + "/pass", "{\"reason\":\"NOT_OURS\"}").expectStatus().isNotFound();
  }

  @Test
  void to_an_agency_and_to_a_stranger_nothing_of_it_is_there() {
    readSide.tell(held);
    String place = putGarbageBehind(held);
    RestTestClient agency = readSide.agency(HOKATSU);
    for (String named : new String[] {"/api/aside", "/actuator/health/aside"}) {
      agency.get().uri(named).exchange().expectStatus().isNotFound();
      readSide.stranger().get().uri(named).exchange().expectStatus().isUnauthorized();
    }
    for (String body : new String[] {"{\"reason\":\"NOT_OURS\"}", "no json"}) {
      post(agency, place + "/pass", body).expectStatus().isNotFound();
      post(readSide.stranger(), place + "/pass", body).expectStatus().isUnauthorized();
    }
    post(agency, place + "/try-again", "{}").expectStatus().isNotFound();
    caseOf(readSide.desk()).jsonPath("$.incomplete").exists();
    readSide
        .desk()
        .get()
        .uri("/api/aside")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.records[?(@.key == '" + held.caseId() + "')].reason.code")
        .isEqualTo("NOT_FRAMED");
  }

  @Test
  void what_is_aside_of_a_protected_case_is_to_a_manager_not_there() {
    Household hidden = household().becameProtected(HOKATSU, Set.of());
    readSide.tell(hidden, held);
    String place = putGarbageBehind(hidden);
    putGarbageBehind(held);
    String key = hidden.caseId().toString();
    for (String path : new String[] {"/api/aside", "/desk/operation"}) {
      assertThat(body(readSide.manager(), path))
          .as(path)
          .contains(held.caseId().toString())
          .doesNotContain(key);
    }
    post(readSide.manager(), place + "/try-again", "{}").expectStatus().isNotFound();
    post(readSide.manager(), place + "/pass", "{\"reason\":\"NOT_OURS\"}")
        .expectStatus()
        .isNotFound();
    assertThat(readSide.bean(AsideSight.class).sees(new Caller.Administrator(), key)).isTrue();
    assertThat(readSide.bean(AsideTopic.class).book().open())
        .extracting(AsideEntry::key)
        .contains(key);
  }

  private static String body(RestTestClient client, String path) {
    return String.valueOf(
        client
            .get()
            .uri(path)
            .accept(MediaType.ALL)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(String.class)
            .returnResult()
            .getResponseBody());
  }

  private static void saysIncomplete(Object text) {
    assertThat(text.toString()).startsWith("不完全");
  }

  /** Gives the address of the record once it was put aside. */
  private String putGarbageBehind(Household household) {
    Topic ledger = readSide.ledger().topics().ledger();
    String key = household.caseId().toString();
    readSide.ledger().put(ledger, key, new byte[] {1, 2, 3});
    AsideTopic aside = readSide.bean(AsideTopic.class);
    await()
        .atMost(SOON)
        .until(() -> aside.book().open().stream().anyMatch(each -> key.equals(each.key())));
    AsideEntry entry =
        aside.book().open().stream()
            .filter(each -> key.equals(each.key()))
            .findFirst()
            .orElseThrow();
    return "/api/aside/%s/%d/%d"
        .formatted(entry.place().topic(), entry.place().partition(), entry.place().offset());
  }

  private RestTestClient.BodyContentSpec caseOf(RestTestClient client) {
    return client
        .get()
        .uri("/api/cases/{id}", held.caseId())
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody();
  }

  private static RestTestClient.ResponseSpec post(RestTestClient client, String uri, String body) {
    return client.post().uri(uri).contentType(MediaType.APPLICATION_JSON).body(body).exchange();
  }
}
