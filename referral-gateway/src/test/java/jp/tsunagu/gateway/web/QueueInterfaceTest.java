package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.SampleNetwork.DESK;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With a network of its own, because the queue is about everything there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueInterfaceTest {

  private static final Instant START = Instant.parse("2026-12-01T08:15:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> expected = new ArrayList<>();
  private final RunningReadSide readSide = RunningReadSide.start();

  @BeforeAll
  void everything_that_can_wait_for_the_desk() {
    Household silent = Household.receivedBy(HOKATSU, START);
    ReferralId escalated = silent.newLeg();
    ReferralId overdueOnly = silent.sent(escalated, HOKATSU, SHAKYO).newLeg();
    ReferralId answered = silent.sent(overdueOnly, HOKATSU, SHAKYO).newLeg();
    silent
        .sent(answered, HOKATSU, SHAKYO)
        .add(AgencyId.GATEWAY, header -> new ResponseOverdue(header, overdueOnly))
        .escalated(escalated)
        .escalated(answered)
        .add(SHAKYO, header -> new ReferralAccepted(header, answered, null));
    Household sheets = Household.receivedBy(HOKATSU, START.plusSeconds(1));
    ReferralId normal = sheets.newLeg();
    ReferralId urgent = sheets.sheet(normal, HOKATSU, Urgency.NORMAL).newLeg();
    sheets.sheet(urgent, HOKATSU, Urgency.URGENT);
    Household asking = Household.receivedBy(SHAKYO, START.plusSeconds(2)).askedTheDesk(SHAKYO);
    Household own = Household.receivedBy(HOKATSU, START.plusSeconds(3));
    ReferralId toDesk = own.newLeg();
    own.sent(toDesk, HOKATSU, DESK)
        .add(AgencyId.GATEWAY, header -> new ResponseDueSoon(header, toDesk));
    Household declined = Household.receivedBy(HOKATSU, START.plusSeconds(4));
    ReferralId back = declined.newLeg();
    declined.sheet(back, HOKATSU, Urgency.NORMAL).triaged(back, HOKATSU, SHAKYO);
    declined.declined(back, SHAKYO);
    Household goneOn = Household.receivedBy(HOKATSU, START.plusSeconds(5));
    ReferralId before = goneOn.newLeg();
    goneOn.sheet(before, HOKATSU, Urgency.NORMAL).triaged(before, HOKATSU, SHAKYO);
    goneOn.declined(before, SHAKYO).sentOn(before, goneOn.newLeg(), HOKATSU, SHAKYO);
    Household notOfTheDesk = Household.receivedBy(HOKATSU, START.plusSeconds(6));
    ReferralId direct = notOfTheDesk.newLeg();
    notOfTheDesk.sent(direct, HOKATSU, SHAKYO).declined(direct, SHAKYO);
    readSide.tell(silent, sheets, asking, own, declined, goneOn, notOfTheDesk, protectedSheet());
    expected.addAll(
        List.of(
            "ESCALATED " + escalated,
            "TRIAGE " + urgent,
            "TRIAGE " + normal,
            "CAME_BACK " + back,
            "COORDINATION " + asking.caseId(),
            "DUE_SOON " + toDesk));
  }

  @AfterAll
  void close() {
    readSide.close();
  }

  @Test
  void the_most_pressing_comes_first_and_what_was_answered_or_not_escalated_is_not_there() {
    JsonNode queue = queue(readSide.desk(), "");

    List<String> shown = new ArrayList<>(items(queue));
    shown.removeIf(item -> !expected.contains(item));
    assertThat(shown).containsExactlyElementsOf(expected);
    assertThat(items(queue)).as("and one sheet of a protected case").hasSize(7);
    assertThat(queue.get("order").asString()).startsWith("名簿から外れた機関のもの、期限超過");
    assertThat(queue.get("counts").valueStream().map(count -> count.get("count").asInt()))
        .containsExactly(0, 1, 3, 1, 1, 1);
  }

  @Test
  void pages_of_the_queue_join() {
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = queue(readSide.manager(), "?limit=2" + cursor);
      all.addAll(items(page));
      cursor = page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
    } while (!cursor.isEmpty());

    assertThat(all).as("without the sheet of a protected case").isEqualTo(expected);
  }

  @Test
  void a_protected_sheet_waits_at_the_desk_with_its_sender_and_for_nobody_else() {
    assertThat(queue(readSide.desk(), "").toString()).contains("\"" + SHAKYO + "\"");
    assertThat(queue(readSide.manager(), "").toString()).doesNotContain("withheld", "非公開");
  }

  @Test
  void agencies_have_no_look_at_it() {
    readSide
        .agency(HOKATSU)
        .get()
        .uri("/api/queue")
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("ONLY_THE_DESK");
  }

  private static Household protectedSheet() {
    Protection protection = new Protection(Set.of(SHAKYO), Set.of(), LocalDate.of(2027, 3, 31));
    Household household = Household.receivedBy(SHAKYO, START.plusSeconds(4), protection);
    return household.sheet(household.newLeg(), SHAKYO, Urgency.NORMAL);
  }

  private static JsonNode queue(RestTestClient client, String query) {
    var answer = client.get().uri("/api/queue" + query).exchange().expectStatus().isOk();
    return JSON.readTree(
        Objects.requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody()));
  }

  private static List<String> items(JsonNode queue) {
    return queue.get("items").valueStream().map(QueueInterfaceTest::item).toList();
  }

  private static String item(JsonNode item) {
    JsonNode referral = item.get("referral");
    String id =
        referral == null ? item.get("caseId").asString() : referral.get("referralId").asString();
    return item.get("lane").get("code").asString() + " " + id;
  }
}
