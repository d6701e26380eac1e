package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.SampleNetwork.HOKENSHO;
import static jp.tsunagu.gateway.testing.SampleNetwork.KYOIKU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SharedReadSide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedReadSide.class)
class ListInterfaceTest {

  private static final Instant START = Instant.parse("2026-05-11T01:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();

  private final RunningReadSide readSide;

  ListInterfaceTest(RunningReadSide readSide) {
    this.readSide = readSide;
  }

  @Test
  void pages_join_without_gap_or_repetition_although_new_cases_come_in_between() {
    List<Household> seven = households(7, START);
    List<String> read = new ArrayList<>();
    JsonNode first = page("/api/cases", "limit=3", null);
    read.addAll(ids(first, "caseId"));
    readSide.tell(Household.receivedBy(KYOIKU, START.plusSeconds(9999)));
    JsonNode second = page("/api/cases", "limit=3", next(first));
    read.addAll(ids(second, "caseId"));
    JsonNode third = page("/api/cases", "limit=3", next(second));
    read.addAll(ids(third, "caseId"));

    assertThat(read)
        .containsExactlyElementsOf(
            seven.reversed().stream().map(each -> each.caseId().toString()).toList());
    assertThat(third.has("nextCursor")).isFalse();
  }

  @Test
  void referrals_are_listed_and_filtered_by_what_the_log_says() {
    Household late = Household.receivedBy(HOKENSHO, START.plusSeconds(50_000));
    ReferralId overdue = late.newLeg();
    ReferralId soon = late.sent(overdue, HOKENSHO, SHAKYO).newLeg();
    ReferralId accepted = late.sent(soon, HOKENSHO, SHAKYO).newLeg();
    late.sent(accepted, HOKENSHO, SHAKYO)
        .accepted(accepted, SHAKYO)
        .add(AgencyId.GATEWAY, header -> new ResponseOverdue(header, overdue))
        .add(AgencyId.GATEWAY, header -> new ResponseDueSoon(header, soon));
    readSide.tell(late);

    assertThat(legs("agency=hokensho")).hasSize(3);
    assertThat(legs("agency=hokensho&overdue=true")).containsExactly(overdue.toString());
    assertThat(legs("agency=hokensho&dueSoon=true")).containsExactly(soon.toString());
    assertThat(legs("agency=hokensho&state=ACCEPTED")).containsExactly(accepted.toString());
    assertThat(legs("agency=hokensho&state=ACCEPTED&state=SENT")).hasSize(3);
    assertThat(legs("agency=hokensho&state=CLOSED")).isEmpty();
    assertThat(legs("agency=hokensho&field=ELDERLY_CARE&area=higashi&kind=REFERRAL")).hasSize(3);
    assertThat(legs("agency=hokensho&area=nishi")).isEmpty();
    assertThat(legs("agency=hokensho&urgency=EMERGENCY")).isEmpty();
    assertThat(cases("agency=hokensho&overdue=true&state=OPEN&kind=NEW")).hasSize(1);
    assertThat(cases("agency=hokensho&kind=CARRIED_OVER")).isEmpty();
  }

  @Test
  void a_filter_tells_an_agency_nothing_about_what_it_may_not_see() {
    Household household = Household.receivedBy(HOKENSHO, START.plusSeconds(70_000));
    ReferralId leg = household.newLeg();
    readSide.tell(household.sent(leg, HOKENSHO, KYOIKU));

    String all = read(readSide.agency(KYOIKU), "/api/referrals?limit=200");
    String byField = read(readSide.agency(KYOIKU), "/api/referrals?field=ELDERLY_CARE");
    assertThat(all).contains(leg.toString());
    assertThat(byField)
        .as("the fields of the case are not told to it")
        .doesNotContain("referralId");
  }

  @Test
  void the_directory_names_agencies_areas_and_reasons() {
    String directory = read(readSide.agency(KYOIKU), "/api/directory");

    assertThat(directory)
        .contains("地域共生推進課 調整窓口", "東部", "対象外", "紙・電話", "高齢・介護", "緊急")
        .doesNotContain("みどり不動産", "token");
    JsonNode hokatsu =
        JSON.readTree(directory)
            .get("agencies")
            .valueStream()
            .filter(agency -> agency.get("id").asString().equals("hokatsu-higashi"))
            .findFirst()
            .orElseThrow();
    assertThat(hokatsu.get("hasKey").asBoolean()).isTrue();
    assertThat(hokatsu.get("areas").get(0).get("label").asString()).isEqualTo("東部");
  }

  private List<Household> households(int count, Instant start) {
    List<Household> households =
        IntStream.range(0, count)
            .mapToObj(place -> Household.receivedBy(KYOIKU, start.plusSeconds(place)))
            .toList();
    readSide.tell(households.toArray(Household[]::new));
    return households;
  }

  private List<String> legs(String query) {
    return ids(JSON.readTree(read(readSide.desk(), "/api/referrals?" + query)), "referralId");
  }

  private List<String> cases(String query) {
    return ids(JSON.readTree(read(readSide.desk(), "/api/cases?" + query)), "caseId");
  }

  /** What agency kyoiku-ssw received itself, so that other tests' cases are not among it. */
  private JsonNode page(String path, String query, @Nullable String cursor) {
    String rest = cursor == null ? "" : "&cursor=" + cursor;
    String filtered = path + "?kind=NEW&" + query + rest;
    return JSON.readTree(read(readSide.agency(KYOIKU), filtered));
  }

  private static String next(JsonNode page) {
    return page.get("nextCursor").asString();
  }

  private static List<String> ids(JsonNode page, String name) {
    return page.get("items").valueStream().map(item -> item.get(name).asString()).toList();
  }

  private static String read(RestTestClient client, String path) {
    var answer = client.get().uri(path).exchange().expectStatus().isOk();
    return answer.expectBody(String.class).returnResult().getResponseBody() + "";
  }
}
