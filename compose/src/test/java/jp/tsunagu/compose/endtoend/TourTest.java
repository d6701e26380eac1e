package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.DESK;
import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KODOMO_KATEI;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.client.AgencyClient;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.compose.endtoend.RunningNetwork.Network;
import jp.tsunagu.compose.household.Households;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class TourTest {

  @Test
  void a_referral_of_one_agency_is_accepted_by_another_and_the_timeline_shows_every_step(
      Network network) {
    var sender = network.agency(HOKATSU);
    var receiver = network.agency(SHOGAI_SOUDAN);
    var sent = sender.register(Forms.sentTo(SHOGAI_SOUDAN).toString());
    assertThat(sent.status()).as(sent.toString()).isBetween(200, 202);
    var referralId = sent.text("referralId");
    reaches(receiver, referralId, "ARRIVED");
    assertThat(receiver.referral(referralId).body().path("dossiers").toString())
        .contains(Households.CANARY);
    assertThat(receiver.act(referralId, "open", "{}").isSuccess()).isTrue();
    assertThat(receiver.act(referralId, "accept", "{}").isSuccess()).isTrue();
    reaches(sender, referralId, "ACCEPTED");
    var steps = timeline(network, sent.text("caseId"));
    assertThat(steps)
        .contains("ConsultationReceived", "ReferralSent", "ReferralArrived", "ReferralAccepted");
  }

  @Test
  void the_same_key_twice_gives_one_referral_and_with_another_body_is_refused(Network network) {
    var sender = network.agency(HOKATSU).service();
    var form = Forms.sentTo(SHOGAI_SOUDAN);
    var key = Map.of("Idempotency-Key", "tour-" + network.machine().clock().millis());
    var first = sender.post("/consultations", form.toString(), key);
    var second = sender.post("/consultations", form.toString(), key);
    assertThat(first.isSuccess()).isTrue();
    assertThat(second.text("caseId")).isEqualTo(first.text("caseId"));
    form.put("note", "別の内容");
    assertThat(sender.post("/consultations", form.toString(), key).status()).isEqualTo(422);
  }

  @Test
  void a_sheet_without_addressee_reaches_the_desk_which_gives_it_to_an_agency(Network network) {
    var sent = network.agency(HOKATSU).register(Forms.sheet(DESK, KODOMO_KATEI).toString());
    var referralId = sent.text("referralId");
    var desk = network.agency(DESK);
    reaches(desk, referralId, "SUBMITTED");
    assertThat(desk.referral(referralId).body().path("dossiers").toString())
        .contains(Households.CANARY);
    var triage = desk.act(referralId, "triage", "{\"receiver\":\"kodomo-katei\"}");
    assertThat(triage.isSuccess()).as(triage.toString()).isTrue();
    var receiver = network.agency(KODOMO_KATEI);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(receiver.referral(referralId).body().path("dossiers").toString())
                    .contains(Households.CANARY));
    assertThat(receiver.act(referralId, "accept", "{}").isSuccess()).isTrue();
  }

  @Test
  void nobody_else_learns_that_a_referral_exists(Network network) {
    var sent = network.agency(HOKATSU).register(Forms.sentTo(SHOGAI_SOUDAN).toString());
    var stranger = network.agency(KODOMO_KATEI);
    var existing = stranger.referral(sent.text("referralId"));
    var invented = stranger.referral("01980000-0000-7000-8000-000000000000");
    assertThat(existing.status()).isEqualTo(404);
    assertThat(existing).isEqualTo(invented);
  }

  private static void reaches(AgencyClient agency, String referralId, String stage) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        agency.referral(referralId).body().path("stage").path("code").asString(""))
                    .isEqualTo(stage));
  }

  private static List<String> timeline(Network network, String caseId) {
    return await()
        .atMost(SOON)
        .until(
            () -> types(network.gateway(HOKATSU).get("/api/cases/" + caseId + "/timeline")),
            types -> types.contains("ReferralAccepted"));
  }

  private static List<String> types(Reply timeline) {
    return timeline.body().path("events").findValues("type").stream()
        .map(type -> type.path("code").asString(""))
        .toList();
  }
}
