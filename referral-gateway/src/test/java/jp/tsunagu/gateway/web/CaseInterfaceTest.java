package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.SampleNetwork.DESK;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.JIRITSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.KODOMO;
import static jp.tsunagu.gateway.testing.SampleNetwork.NOZEI;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.gateway.testing.SharedReadSide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

@ExtendWith(SharedReadSide.class)
class CaseInterfaceTest {

  private static final Instant START = Instant.parse("2026-09-03T01:20:00Z");

  private final RunningReadSide readSide;

  CaseInterfaceTest(RunningReadSide readSide) {
    this.readSide = readSide;
  }

  @Test
  void the_sender_sees_how_far_its_referral_got() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO).arrived(leg, SHAKYO).accepted(leg, SHAKYO);
    readSide.tell(household);

    get(readSide.agency(HOKATSU), "/api/referrals/" + leg)
        .jsonPath("$.stage.code")
        .isEqualTo("ACCEPTED")
        .jsonPath("$.stage.label")
        .isEqualTo("受理")
        .jsonPath("$.receiver.name")
        .isEqualTo("機関 shakyo");
    get(readSide.agency(HOKATSU), "/api/cases/" + household.caseId())
        .jsonPath("$.caseNumber")
        .isEqualTo(household.number().value())
        .jsonPath("$.consultation.fields[0].label")
        .isEqualTo("高齢・介護")
        .jsonPath("$.consultation.area.label")
        .isEqualTo("東部")
        .jsonPath("$.referrals.length()")
        .isEqualTo(1)
        .jsonPath("$.open")
        .isEqualTo(true);
  }

  @Test
  void both_sides_find_the_case_by_what_people_call_it() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO);
    readSide.tell(household);

    String typed = "R8" + household.number().value().substring(3).replace('-', '‐');
    for (AgencyId side : List.of(HOKATSU, SHAKYO)) {
      get(readSide.agency(side), "/api/cases/" + typed)
          .jsonPath("$.caseId")
          .isEqualTo(household.caseId().toString())
          .jsonPath("$.referrals[0].caseNumber")
          .isEqualTo(household.number().value());
      get(readSide.agency(side), "/api/cases/" + household.number() + "/timeline")
          .jsonPath("$.events.length()")
          .isEqualTo(side.equals(HOKATSU) ? 2 : 1);
    }
  }

  @Test
  void two_cases_under_one_number_are_told_apart_by_their_ids_to_whoever_may_know_of_both() {
    Household one = Household.receivedBy(HOKATSU, START);
    Household other = Household.namesakeOf(one, HOKATSU, START.plusSeconds(60));
    ReferralId leg = other.newLeg();
    other.sent(leg, HOKATSU, SHAKYO);
    readSide.tell(one);
    readSide.tell(other);

    for (String path : List.of("/api/cases/%s", "/api/cases/%s/timeline")) {
      String called = path.formatted(one.number());
      var both = answer(readSide.agency(HOKATSU), called);
      assertThat(both.getStatus().value()).isEqualTo(409);
      assertThat(both.getResponseBody())
          .contains("CASE_NUMBER_AMBIGUOUS", one.caseId().toString(), other.caseId().toString());
      get(readSide.agency(SHAKYO), called);
      assertThat(answer(readSide.agency(KODOMO), called).getStatus().value()).isEqualTo(404);
    }
  }

  @Test
  void a_case_that_is_none_of_its_business_is_the_same_to_an_agency_as_one_that_does_not_exist() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO);
    readSide.tell(household);
    UUID nobody = Household.newId(START);

    for (String path : List.of("/api/cases/%s", "/api/cases/%s/timeline")) {
      var foreign = answer(readSide.agency(KODOMO), path.formatted(household.caseId()));
      var missing = answer(readSide.agency(KODOMO), path.formatted(nobody));
      assertSame(foreign, missing);
      assertSame(foreign, answer(readSide.agency(KODOMO), path.formatted("not-an-id")));
      assertSame(foreign, answer(readSide.agency(KODOMO), path.formatted(household.number())));
      assertSame(foreign, answer(readSide.agency(KODOMO), path.formatted("令和8-9999998-1")));
    }
    assertSame(
        answer(readSide.agency(KODOMO), "/api/referrals/" + leg),
        answer(readSide.agency(KODOMO), "/api/referrals/" + nobody));
  }

  @Test
  void the_answer_about_a_foreign_case_takes_no_longer_than_about_a_missing_one() {
    Household household = Household.receivedBy(HOKATSU, START);
    readSide.tell(household);
    RestTestClient stranger = readSide.agency(KODOMO);
    Map<Object, Object> missingByForeign =
        Map.of(
            household.caseId(),
            Household.newId(START),
            household.number(),
            CaseNumber.of(LocalDate.of(2026, 9, 3), CaseNumber.LARGEST_SERIAL - 1).orElseThrow());
    missingByForeign.forEach(
        (known, unknown) -> {
          String foreign = "/api/cases/" + known + "/timeline";
          String missing = "/api/cases/" + unknown + "/timeline";
          List<Long> foreigns = new ArrayList<>();
          List<Long> missings = new ArrayList<>();
          for (int round = 0; round < 200; round++) {
            foreigns.add(nanos(stranger, foreign));
            missings.add(nanos(stranger, missing));
          }

          double ratio = median(foreigns) / median(missings);

          assertThat(ratio).isBetween(0.2, 5.0);
        });
  }

  @Test
  void an_agency_sees_the_legs_it_sent_into_but_none_of_the_others() {
    Household household = Household.receivedBy(JIRITSU, START);
    ReferralId refused = household.newLeg();
    household.sent(refused, JIRITSU, SHOGAI).declined(refused, SHOGAI);
    ReferralId onward = household.newLeg();
    household.forwarded(refused, onward, JIRITSU, SHAKYO);
    ReferralId other = household.newLeg();
    household.sent(other, SHAKYO, NOZEI);
    readSide.tell(household);

    assertThat(legs(JIRITSU, household)).containsExactly(refused.toString(), onward.toString());
    assertThat(legs(SHOGAI, household)).containsExactly(refused.toString());
    assertThat(legs(SHAKYO, household)).containsExactly(onward.toString(), other.toString());
    assertThat(legs(NOZEI, household)).containsExactly(other.toString());
    assertThat(body(readSide.agency(SHAKYO), "/api/cases/" + household.caseId()))
        .as("the receiver of the second leg learns nothing of the first")
        .doesNotContain(refused.toString(), "shogai-kikan", "DECLINED", "consultation");
    assertThat(body(readSide.agency(SHAKYO), "/api/cases/" + household.caseId() + "/timeline"))
        .doesNotContain("受入不可", "shogai-kikan");
  }

  @Test
  void a_timeline_shows_every_step_with_its_times_and_what_was_known_at_any_moment() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO).arrived(leg, SHAKYO).accepted(leg, SHAKYO);
    readSide.tell(household);
    String path = "/api/cases/" + household.caseId() + "/timeline";

    get(readSide.desk(), path)
        .jsonPath("$.events[*].type.label")
        .value(labels -> assertThat(labels).asString().contains("相談受付", "送付", "到達", "受理"))
        .jsonPath("$.events[1].recordedAt")
        .isEqualTo("2026-09-03T10:21:00+09:00")
        .jsonPath("$.events[1].occurredAt")
        .isEqualTo("2026-09-03T10:20:30+09:00")
        .jsonPath("$.events[3].stageAfter.label")
        .isEqualTo("受理")
        .jsonPath("$.state.referrals[0].stage.label")
        .isEqualTo("受理");
    for (String moment : List.of("2026-09-03T01:22:10Z", "2026-09-03T10:22:10")) {
      get(readSide.agency(HOKATSU), path + "?asAt=" + moment)
          .jsonPath("$.events.length()")
          .isEqualTo(3)
          .jsonPath("$.state.referrals[0].stage.label")
          .isEqualTo("到達");
    }
    get(readSide.desk(), path + "?asAt=2026-09-01T00:00")
        .jsonPath("$.events.length()")
        .isEqualTo(0)
        .jsonPath("$.state")
        .doesNotExist();
  }

  @Test
  void nobody_gets_from_a_list_to_a_protected_case_but_the_protection_officer() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household
        .sent(leg, HOKATSU, SHAKYO)
        .becameProtected(HOKATSU, Set.of(KODOMO))
        .arrived(leg, SHAKYO);
    Household open = Household.receivedBy(HOKATSU, START);
    readSide.tell(household, open);
    String path = "/api/cases/" + household.caseId();

    assertThat(body(readSide.protectionOfficer(), path)).contains("\"protected\":true");
    for (RestTestClient other :
        List.of(readSide.desk(), readSide.manager(), readSide.agency(KODOMO))) {
      for (String below : List.of("", "/timeline")) {
        assertSame(
            answer(other, path + below),
            answer(other, "/api/cases/" + Household.newId(START) + below));
      }
      assertThat(body(other, "/api/cases?limit=200") + body(other, "/api/referrals?limit=200"))
          .doesNotContain(leg.toString(), household.caseId().toString());
    }
    assertThat(body(readSide.protectionOfficer(), "/api/cases?limit=200"))
        .contains(household.caseId().toString())
        .doesNotContain(open.caseId().toString());
  }

  @Test
  void a_manager_sees_what_the_desk_sees_and_nothing_more() {
    Household household = Household.receivedBy(HOKATSU, START);
    household.sent(household.newLeg(), HOKATSU, SHAKYO).askedTheDesk(HOKATSU);
    readSide.tell(household);

    for (String path : List.of("/api/cases/%s", "/api/cases/%s/timeline")) {
      String about = path.formatted(household.caseId());
      assertThat(body(readSide.manager(), about)).isEqualTo(body(readSide.desk(), about));
    }
  }

  @Test
  void a_second_reading_costs_nothing_until_something_visible_changes() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO);
    readSide.tell(household);
    String path = "/api/referrals/" + leg;
    String tag =
        Objects.requireNonNull(
            answer(readSide.agency(SHAKYO), path).getResponseHeaders().getETag());

    expectNotModified(path, tag, 304);
    ReferralId unseen = household.newLeg();
    readSide.tell(household.sent(unseen, HOKATSU, NOZEI));
    expectNotModified(path, tag, 304);
    readSide.tell(household.arrived(leg, SHAKYO));
    expectNotModified(path, tag, 200);
  }

  @Test
  void a_closed_case_stays_readable() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO).declined(leg, SHAKYO).endedSupport(HOKATSU);
    readSide.tell(household);

    get(readSide.agency(HOKATSU), "/api/cases/" + household.caseId())
        .jsonPath("$.open")
        .isEqualTo(false)
        .jsonPath("$.referrals[0].reason.label")
        .isEqualTo("対象外")
        .jsonPath("$.consultation.supportEnded.code")
        .isEqualTo("SETTLED");
  }

  @Test
  void its_own_parties_see_a_protected_case_as_everyone_sees_theirs() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    Protection protection =
        new Protection(Set.of(HOKATSU), Set.of(KODOMO), LocalDate.of(2027, 3, 31));
    household
        .add(HOKATSU, header -> new CaseProtected(header, protection))
        .sent(leg, HOKATSU, SHAKYO)
        .accepted(leg, SHAKYO);
    readSide.tell(household);
    String path = "/api/cases/" + household.caseId();

    get(readSide.agency(HOKATSU), path)
        .jsonPath("$.referrals[0].receiver.id")
        .isEqualTo(SHAKYO.value())
        .jsonPath("$.protection.mayPassTo[0].id")
        .isEqualTo(HOKATSU.value())
        .jsonPath("$.protection.excluded")
        .doesNotExist();
    get(readSide.agency(SHAKYO), "/api/cases/" + household.number())
        .jsonPath("$.referrals[0].sender.id")
        .isEqualTo(HOKATSU.value())
        .jsonPath("$.protected")
        .isEqualTo(true)
        .jsonPath("$.protection.until")
        .isEqualTo("2027-03-31")
        .jsonPath("$.protection.mayPassTo")
        .doesNotExist()
        .jsonPath("$.consultation")
        .doesNotExist();
    assertThat(body(readSide.agency(SHAKYO), path + "/timeline"))
        .contains("ReferralAccepted", HOKATSU.value())
        .doesNotContain("withheld", KODOMO.value(), "CaseProtected");
    get(readSide.protectionOfficer(), path)
        .jsonPath("$.protection.excluded[0].id")
        .isEqualTo(KODOMO.value());
    assertSame(
        answer(readSide.agency(KODOMO), path),
        answer(readSide.agency(KODOMO), "/api/cases/" + Household.newId(START)));
  }

  @Test
  void the_protection_officer_sees_who_got_which_version_and_when_it_was_opened() {
    Protection protection = new Protection(Set.of(SHAKYO), Set.of(), LocalDate.of(2027, 3, 31));
    Household household = Household.receivedBy(HOKATSU, START, protection);
    ReferralId leg = household.newLeg();
    household
        .sent(leg, HOKATSU, SHAKYO)
        .add(HOKATSU, header -> new DossierProvided(header, leg, whereaboutsFor(SHAKYO)))
        .add(SHAKYO, header -> new ReferralOpened(header, leg))
        .add(HOKATSU, header -> new DossierProvided(header, leg, whereaboutsFor(SHAKYO)));
    readSide.tell(household);
    String path = "/api/cases/" + household.caseId() + "/disclosures";

    get(readSide.protectionOfficer(), path)
        .jsonPath("$.disclosures.length()")
        .isEqualTo(2)
        .jsonPath("$.disclosures[0].parts[0].kind.code")
        .isEqualTo("WHEREABOUTS")
        .jsonPath("$.disclosures[0].parts[0].recipients[0].id")
        .isEqualTo(SHAKYO.value())
        .jsonPath("$.disclosures[0].openings[0].agency.id")
        .isEqualTo(SHAKYO.value())
        .jsonPath("$.disclosures[1].version")
        .isEqualTo(2)
        .jsonPath("$.disclosures[1].openings")
        .isEmpty();
    for (RestTestClient other :
        List.of(readSide.desk(), readSide.manager(), readSide.agency(HOKATSU))) {
      assertSame(
          answer(other, path),
          answer(other, "/api/cases/" + Household.newId(START) + "/disclosures"));
    }
  }

  static DossierOutline whereaboutsFor(AgencyId agency) {
    PartOutline part =
        new PartOutline(
            "whereabouts-1",
            PartKind.WHEREABOUTS,
            new PersonRef(1),
            SharingBasis.CONSENT,
            Set.of(agency));
    return new DossierOutline(new DossierId(Household.newId(START)), HOKATSU, List.of(part));
  }

  @Test
  void the_desk_sees_a_protected_case_that_was_put_before_it_as_an_agency_would() {
    Protection protection = new Protection(Set.of(HOKATSU), Set.of(), LocalDate.of(2027, 3, 31));
    Household household = Household.receivedBy(HOKATSU, START, protection).askedTheDesk(HOKATSU);
    readSide.tell(household);

    get(readSide.desk(), "/api/cases/" + household.caseId())
        .jsonPath("$.coordination.coordinator.id")
        .isEqualTo(DESK.value())
        .jsonPath("$.protected")
        .isEqualTo(true)
        .jsonPath("$.sequence")
        .doesNotExist();
  }

  private void expectNotModified(String path, String tag, int status) {
    readSide
        .agency(SHAKYO)
        .get()
        .uri(path)
        .header(HttpHeaders.IF_NONE_MATCH, tag)
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }

  private List<String> legs(AgencyId agency, Household household) {
    List<String> ids = new ArrayList<>();
    get(readSide.agency(agency), "/api/cases/" + household.caseId())
        .jsonPath("$.referrals[*].referralId")
        .value((List<String> found) -> ids.addAll(found));
    return ids;
  }

  private static RestTestClient.BodyContentSpec get(RestTestClient client, String path) {
    return client.get().uri(path).exchange().expectStatus().isOk().expectBody();
  }

  private static EntityExchangeResult<String> answer(RestTestClient client, String path) {
    return client.get().uri(path).exchange().returnResult(String.class);
  }

  private static String body(RestTestClient client, String path) {
    var answer = client.get().uri(path).exchange().expectStatus().isOk();
    return Objects.requireNonNull(answer.returnResult(String.class).getResponseBody());
  }

  private static void assertSame(
      EntityExchangeResult<String> one, EntityExchangeResult<String> other) {
    assertThat(one.getStatus().value()).isEqualTo(404).isEqualTo(other.getStatus().value());
    assertThat(one.getResponseBody()).isNotBlank().isEqualTo(other.getResponseBody());
    assertThat(headers(one)).isEqualTo(headers(other));
  }

  private static String headers(EntityExchangeResult<String> answer) {
    HttpHeaders headers = new HttpHeaders(answer.getResponseHeaders());
    headers.remove(HttpHeaders.DATE);
    return headers.toString();
  }

  private static long nanos(RestTestClient client, String path) {
    long before = System.nanoTime();
    answer(client, path);
    return System.nanoTime() - before;
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
