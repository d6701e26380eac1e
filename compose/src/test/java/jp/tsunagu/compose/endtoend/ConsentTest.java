package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KODOMO_KATEI;
import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class ConsentTest {

  @Test
  void details_of_a_person_without_a_basis_are_refused_with_the_ways_out_and_nothing_leaves(
      Network network) {
    var form = Forms.sentTo(SHOGAI_SOUDAN);
    ((ObjectNode) form.path("consents").get(0)).putArray("recipients").add("shakyo");
    var refused = network.agency(HOKATSU).register(form.toString());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("NO_BASIS_FOR_PERSON");
    assertThat(refused.body().path("refused").path("persons").toString()).isEqualTo("[1]");
    var steps = refused.body().path("refused").path("nextSteps").findValues("code");
    assertThat(steps.stream().map(JsonNode::asString).toList())
        .contains("LEAVE_PERSON_OUT", "ASK_WITHOUT_NAMES", "PREPARE_SUPPORT_CONFERENCE");
    var referralId =
        refused.body().path("refused").path("submitted").path("referralId").asString("");
    assertThat(network.agency(SHOGAI_SOUDAN).referral(referralId).status()).isEqualTo(404);
  }

  @Test
  void a_withdrawn_consent_reaches_the_holder_who_answers_and_can_read_it_no_more(Network network) {
    var sender = network.agency(HOKATSU);
    var holder = network.agency(SHAKYO);
    var sent = sender.register(Forms.sentTo(SHAKYO).toString());
    var caseId = sent.text("caseId");
    var referralId = sent.text("referralId");
    await().atMost(SOON).until(() -> content(network, referralId).contains("care"));
    var consentId = consentOf(network, caseId);
    var withdrawn =
        sender
            .service()
            .post(
                "/cases/" + caseId + "/consents/" + consentId + "/withdraw?wait=10",
                "{}",
                Map.of("Idempotency-Key", "withdraw-" + caseId));
    assertThat(withdrawn.isSuccess()).as(withdrawn.toString()).isTrue();
    await().atMost(SOON).until(() -> content(network, referralId).contains("LOCKED"));
    var answer =
        holder
            .service()
            .post(
                "/cases/" + caseId + "/stops/1/answer?wait=10",
                "{\"answer\":\"停止\"}",
                Map.of("Idempotency-Key", "stop-" + caseId));
    assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
  }

  @Test
  void who_takes_part_in_a_protected_case_is_told_how_it_is_protected_and_nobody_else_is(
      Network network) {
    var form = Forms.sentTo(SHOGAI_SOUDAN);
    var protection = form.withObject("/consultation").putObject("protection");
    protection.put("until", "2030-03-31");
    protection.putArray("named").add("shogai-soudan");
    protection.putArray("excluded").add("kodomo-katei");
    var sent = network.agency(HOKATSU).register(form.toString());
    assertThat(sent.isSuccess()).as(sent.toString()).isTrue();
    var referralId = sent.text("referralId");
    var told = told(network.agency(SHOGAI_SOUDAN), referralId);
    assertThat(told.path("until").asString()).isEqualTo("2030-03-31");
    assertThat(told.path("contactHidden").asBoolean(true)).isFalse();
    assertThat(told.path("mayPassTo").findValuesAsString("id")).containsExactly("shogai-soudan");
    assertThat(network.agency(SHOGAI_SOUDAN).service().get("/inbox?limit=500").body().toString())
        .contains("CaseProtected");
    assertThat(network.agency(KODOMO_KATEI).referral(referralId).status()).isEqualTo(404);
    assertThat(network.gateway(DESK).get("/api/cases/" + sent.text("caseId")).status())
        .isEqualTo(404);
  }

  @Test
  void a_protection_registered_later_hides_the_contact_details_that_were_delivered(
      Network network) {
    var receiver = network.agency(SHAKYO);
    var sent = network.agency(HOKATSU).register(Forms.sentTo(SHAKYO).toString());
    var referralId = sent.text("referralId");
    await().atMost(SOON).until(() -> content(network, referralId).contains("\"address\""));
    var registered =
        network
            .agency(HOKATSU)
            .service()
            .post(
                "/cases/" + sent.text("caseId") + "/protection?wait=10",
                "{\"protection\": {\"until\": \"2030-03-31\", \"named\": [\"hokatsu\"]}}",
                Map.of("Idempotency-Key", "protect-" + sent.text("caseId")));
    assertThat(registered.isSuccess()).as("%s %s", registered, registered.body()).isTrue();
    assertThat(told(receiver, referralId).path("contactHidden").asBoolean()).isTrue();
    assertThat(content(network, referralId))
        .contains("\"name\"")
        .doesNotContain("\"address\"", "phoneHome", "phoneMobile", "CONTACT");
  }

  private static JsonNode told(AgencyClient agency, String referralId) {
    return await()
        .atMost(SOON)
        .until(
            () -> agency.referral(referralId).body().path("protection"), told -> told.has("until"));
  }

  private static String content(Network network, String referralId) {
    return network.agency(SHAKYO).referral(referralId).body().path("dossiers").toString();
  }

  private static String consentOf(Network network, String caseId) {
    var known = network.agency(HOKATSU).service().get("/cases/" + caseId).body();
    var ids = List.copyOf(known.findValues("consentId"));
    return ids.getFirst().asString("");
  }
}
