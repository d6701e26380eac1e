package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestNetwork.DESK;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SheetLeg;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.runtime.testing.PdfReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A つなぐシート goes to several 紹介先 at once, each with a reason that no other reads. */
class SeveralReceiversTest {

  private static final String WHY_SHAKYO = "貸付のことを聞いてほしい";
  private static final String WHY_DESK = "役割の整理を手伝ってほしい";
  private static final String FURTHER =
      """
      {"receiver": "desk", "mode": "助言", "urgency": "緊急", "note": "%s", "noteNamesNoOne": true}\
      """
          .formatted(WHY_DESK);
  private static final String SHEET =
      """
      {"consultation": {"fields": ["高齢・介護"], "area": "東", "urgency": "通常"},
       "persons": [{"name": "鹿内 ハナ", "care": "要支援2", "basis": "CONSENT"}],
       "consents": [{"person": 1, "purpose": "包括的相談支援",
                     "scope": ["IDENTITY", "CARE", "CONSULTATION"],
                     "recipients": ["shakyo", "desk"], "method": "書面", "givenOn": "令和2年9月3日"}],
       "referral": {"receiver": "shakyo"}, "note": "%s", "noteAbout": 1,
       "further": [%s]}
      """
          .formatted(WHY_SHAKYO, FURTHER);

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
  void it_is_one_command_with_a_leg_for_each_however_often_it_is_sent() {
    String key = UUID.randomUUID().toString();
    Reply reply = api.post(HIGASHI, "/consultations", key, SHEET);
    assertThat(api.post(HIGASHI, "/consultations", key, SHEET).body()).isEqualTo(reply.body());

    ReceiveSheet sheet = sent(reply);
    assertThat(api.commands(HIGASHI, sheet.header().caseId())).hasSize(1);
    assertThat(sheet.legs())
        .extracting(SheetLeg::receiver, SheetLeg::mode, SheetLeg::urgency)
        .containsExactly(
            tuple(SHAKYO, ReferralMode.TOGETHER, Urgency.NORMAL),
            tuple(DESK, ReferralMode.ADVICE, Urgency.EMERGENCY));
    assertThat(reply.json().path("referralIds").valueStream().map(id -> id.asString()))
        .containsExactlyElementsOf(
            sheet.legs().stream().map(leg -> leg.referralId().toString()).toList());
    assertThat(recipients(Objects.requireNonNull(sheet.dossier())))
        .containsEntry("person-1", Set.of(SHAKYO, DESK))
        .containsEntry("note", Set.of(SHAKYO))
        .containsEntry("note-desk", Set.of(DESK));
  }

  @Test
  void what_is_wrong_is_named_by_row_and_field_and_nothing_is_stored() {
    assertThat(wrong(SHEET.replace(FURTHER, FURTHER.replace("\"desk\"", "\"shakyo\""))))
        .containsExactly("further[0].receiver");
    assertThat(wrong(SHEET.replace(FURTHER, FURTHER + ", {\"mode\": \"あいさつ\", \"note\": \"x\"}")))
        .containsExactlyInAnyOrder(
            "further[1].receiver", "further[1].mode", "further[1].noteAbout");
    assertThat(wrong(SHEET.replace("\"referral\": {\"receiver\": \"shakyo\"},", "")))
        .contains("further");
    assertThat(
            wrong(
                SHEET.replace(
                    FURTHER,
                    String.join(", ", List.of(FURTHER, FURTHER, FURTHER, FURTHER, FURTHER)))))
        .contains("further");
  }

  @Test
  void in_a_protected_case_no_reason_tells_an_address_to_one_who_may_not_know_it() {
    String guarded =
        SHEET
            .replace(
                "\"urgency\": \"通常\"}",
                "\"urgency\": \"通常\", \"protection\": {\"until\": \"2030-03-31\", \"named\": [\"shakyo\"]}}")
            .replace("\"care\"", "\"address\": \"架空町一丁目2番3号\", \"omit\": [\"CONTACT\"], \"care\"")
            .replace(WHY_DESK, "架空町一丁目2番3号を訪ねてほしい")
            .replace("\"noteNamesNoOne\": true", "\"noteAbout\": 1");

    assertThat(wrong(guarded)).containsExactly("further[0].note");
  }

  @Test
  void each_reads_its_own_reason_and_nothing_of_the_other() {
    ReceiveSheet sheet = sent(api.post(HIGASHI, "/consultations", SHEET));
    CaseId caseId = sheet.header().caseId();
    SealedDossier dossier = Objects.requireNonNull(sheet.dossier());
    SheetLeg first = sheet.legs().getFirst();
    SheetLeg second = sheet.legs().getLast();
    tell(HIGASHI, caseId, event(sheet, first, 2));
    tell(HIGASHI, caseId, event(sheet, second, 3));
    delivered(sheet, second, DESK);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(api.get(HIGASHI, "/referrals/" + first.referralId()).body())
                  .contains(WHY_SHAKYO)
                  .doesNotContain(WHY_DESK);
              assertThat(api.get(HIGASHI, "/referrals/" + second.referralId()).body())
                  .contains(WHY_DESK, "要支援2")
                  .doesNotContain(WHY_SHAKYO);
              assertThat(api.get(DESK, "/referrals/" + second.referralId()).body())
                  .contains(WHY_DESK, "要支援2")
                  .doesNotContain(WHY_SHAKYO, first.referralId().toString(), "社会福祉協議会");
            });

    tell(
        HIGASHI,
        caseId,
        new ConsentRecorded(
            TestNetwork.header(caseId, 4, HIGASHI),
            sheet.consents().getFirst().consentId(),
            sheet.consents().getFirst().terms()));
    tell(
        HIGASHI,
        caseId,
        new DossierRequested(
            TestNetwork.header(caseId, 5, DESK),
            second.referralId(),
            dossier.dossierId(),
            HIGASHI,
            DESK));
    ProvideDossier anew =
        await()
            .atMost(SOON)
            .until(
                () ->
                    api.commands(HIGASHI, caseId).stream()
                        .filter(ProvideDossier.class::isInstance)
                        .map(ProvideDossier.class::cast)
                        .toList(),
                found -> !found.isEmpty())
            .getFirst();
    assertThat(recipients(anew.dossier()).keySet())
        .contains("person-1", "note-desk")
        .doesNotContain("note");
  }

  @Test
  void the_page_shows_what_each_will_read_and_its_paper_has_all_reasons_on_the_back()
      throws IOException {
    try (TestWindow window = new TestWindow(api)) {
      Map<String, String> typed =
          with(
              with(
                  with(
                      with(with(TestWindow.SHEET, "note", WHY_SHAKYO), "noteNamesNoOne", "はい"),
                      "further[0].receiver",
                      "desk"),
                  "further[0].note",
                  WHY_DESK),
              "further[0].noteNamesNoOne",
              "はい");
      String page =
          window
              .post(
                  HIGASHI + "-sample",
                  "/agencies/hokatsu-higashi/window/sheet",
                  with(with(typed, "key", TestWindow.key()), "preview", "1"))
              .body();
      String previews = page.substring(page.indexOf("id=\"preview\""), page.indexOf("<form"));
      assertThat(previews.split("が読む内容", -1)).hasSize(3);
      assertThat(previews).containsSubsequence("が読む内容", WHY_SHAKYO, "が読む内容", WHY_DESK);
      assertThat(previews.split(WHY_DESK, -1)).as("for the desk alone").hasSize(2);

      byte[] paper =
          window
              .paper(
                  HIGASHI + "-sample",
                  "/agencies/hokatsu-higashi/window/sheet/print",
                  with(typed, "key", TestWindow.key()))
              .body();
      assertThat(PdfReading.text(paper))
          .containsSubsequence("裏面", "紹介先", WHY_SHAKYO, "紹介先", WHY_DESK);
    }
  }

  private static ReceiveSheet sent(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    CaseId caseId = CaseId.of(reply.json().path("caseId").asString());
    await().atMost(SOON).until(() -> !api.commands(HIGASHI, caseId).isEmpty());
    return (ReceiveSheet) api.commands(HIGASHI, caseId).getFirst();
  }

  private static List<String> wrong(String sheet) {
    Reply reply = api.post(HIGASHI, "/consultations", sheet);
    assertThat(reply.status()).isEqualTo(400);
    return reply
        .json()
        .path("errors")
        .valueStream()
        .map(it -> it.path("field").asString())
        .toList();
  }

  private static Map<String, Set<AgencyId>> recipients(SealedDossier dossier) {
    return dossier.parts().stream()
        .filter(part -> part.kind() != PartKind.SUBJECT_TOKEN)
        .collect(
            Collectors.toMap(
                SealedPart::name,
                part ->
                    part.recipients().stream()
                        .filter(one -> !one.equals(HIGASHI))
                        .collect(Collectors.toSet())));
  }

  private static void delivered(ReceiveSheet sheet, SheetLeg leg, AgencyId to) {
    CaseId caseId = sheet.header().caseId();
    api.network()
        .deliver(
            to,
            caseId,
            new DossierDelivered(
                caseId,
                leg.referralId(),
                Objects.requireNonNull(sheet.dossier()).onlyFor(to).orElseThrow(),
                Instant.now()));
    tell(to, caseId, event(sheet, leg, 3));
  }

  private static void tell(AgencyId agency, CaseId caseId, Record event) {
    api.network().deliver(agency, caseId, event);
  }

  private static ReferralSent event(ReceiveSheet sheet, SheetLeg leg, int sequence) {
    return new ReferralSent(
        TestNetwork.header(sheet.header().caseId(), sequence, HIGASHI),
        leg.referralId(),
        new ChainPlace(leg.referralId(), null),
        new LegParties(HIGASHI, Objects.requireNonNull(leg.receiver())),
        leg.mode(),
        Objects.requireNonNull(leg.urgency()),
        Samples.clock(),
        Objects.requireNonNull(sheet.dossier()).outline());
  }
}
