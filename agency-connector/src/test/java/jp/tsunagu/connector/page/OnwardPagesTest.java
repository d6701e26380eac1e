package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.PageClient.location;
import static jp.tsunagu.connector.testing.PageClient.with;
import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestNetwork.DESK;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.AccessLog;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.paper.SheetPapers;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.testing.PageClient;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentWithdrawn;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveSheet;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A household whose referral was not taken goes on with what was written, from a page. */
class OnwardPagesTest {

  private static final AgencyId SHOGAI = new AgencyId("shogai");
  private static final String ILLNESS = "通院の中断";

  private static final Map<String, String> SHEET =
      Map.ofEntries(
          Map.entry("consultation.fields", "ELDERLY_CARE"),
          Map.entry("consultation.area", "east"),
          Map.entry("consultation.urgency", "NORMAL"),
          Map.entry("persons[0].name", CANARY),
          Map.entry("persons[0].care", "要支援2"),
          Map.entry("persons[0].health", ILLNESS),
          Map.entry("persons[0].basis", "CONSENT"),
          Map.entry("persons[1].name", "鹿内 弟"),
          Map.entry("persons[1].basis", "CONSENT"),
          Map.entry("note", "世帯の支援をお願いします。"),
          Map.entry("noteNamesNoOne", "はい"),
          Map.entry("referral", "はい"));

  /** The desk may know all; 社協 neither of the illness nor of the second person. */
  private static final Map<String, String> CONSENTS =
      Stream.of(
              consent(0, "1", "IDENTITY", "desk"),
              consent(1, "1", "CARE", "desk"),
              consent(2, "1", "HEALTH", "desk"),
              consent(3, "2", "IDENTITY", "desk"),
              consent(4, "1", "IDENTITY", "shakyo"),
              consent(5, "1", "CARE", "shakyo"))
          .flatMap(each -> each.entrySet().stream())
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final int CARE_FOR_SHAKYO = 5;

  @TempDir static Path directory;
  private static TestApi api;
  private static PageClient pages;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    pages = new PageClient(api);
    api.network()
        .publish(
            new Agency(
                SHOGAI,
                "障害者支援センター",
                AgencyKind.DISABILITY_CONSULTATION,
                StatisticsField.DISABILITY,
                Participation.CONNECTOR,
                Set.of(),
                false,
                null));
    await().atMost(SOON).until(() -> api.get(HIGASHI, "/directory").body().contains("shogai"));
  }

  @AfterAll
  static void stop() {
    pages.close();
    api.close();
  }

  /** A sheet of HIGASHI at the desk. */
  private record AtDesk(CaseId caseId, ReferralId leg, ReceiveSheet sheet) {

    String page(AgencyId agency) {
      return "/agencies/" + agency + "/window/referrals/" + leg;
    }

    void tell(AgencyId agency, Record event) {
      api.network().deliver(agency, caseId, event);
    }
  }

  @Test
  void the_desk_sends_a_declined_sheet_on_with_what_the_consents_let_the_next_one_read() {
    AtDesk sheet = declined();
    String page = sheet.page(DESK);
    await().atMost(SOON).until(() -> pages.get(DESK, page).body().contains("別の機関へつなぐ"));
    assertThat(pages.get(DESK, "/agencies/desk/").body())
        .as("it stands among what waits")
        .contains("断られたもの", page + "/onward");
    assertThat(pages.get(DESK, page + "/onward").body())
        .as("everybody it can go to, and what was answered")
        .contains("onward?receiver=shakyo", "受入不可", "まだ何も送られません")
        .doesNotContain(CANARY);

    String shown = pages.get(DESK, page + "/onward?receiver=shakyo").body();
    assertThat(shown)
        .contains("shakyo</span>が読む内容", "同意の範囲に「病気・医療」がありません。", "この相手への同意がありません。")
        .containsPattern("not-going\"><span>" + ILLNESS)
        .containsPattern("not-going\"><span>鹿内 弟")
        .doesNotContainPattern("not-going\"><span>" + CANARY)
        .doesNotContainPattern("not-going\"><span>要支援2");

    HttpResponse<String> sent = pages.post(DESK, page + "/onward", form(shown));
    assertThat(location(sent)).contains(page + "?done=");
    SendReferral command = sentOn(DESK, sheet);
    assertThat(command.receiver()).isEqualTo(SHAKYO);
    assertThat(command.continues()).isEqualTo(sheet.leg());
    SealedDossier dossier = Objects.requireNonNull(command.dossier());
    assertThat(dossier.parts().stream().map(SealedPart::kind))
        .as("neither the second person nor the hint for the desk")
        .containsExactlyInAnyOrder(PartKind.PERSON, PartKind.NOTE);
    assertThat(dossier.parts().getFirst().details())
        .containsExactlyInAnyOrder(DetailKind.IDENTITY, DetailKind.CARE);

    String read = readAtShakyo(sheet, command);
    assertThat(read)
        .as("the next one reads what was shown, and nothing else")
        .contains(CANARY, "要支援2", "世帯の支援をお願いします。")
        .doesNotContain(ILLNESS, "鹿内 弟");
  }

  @Test
  void who_did_not_open_it_passes_it_on_unread_and_reads_nothing_of_it_anywhere() {
    AtDesk sheet = declined(submitted(false));
    String page = sheet.page(DESK);
    await().atMost(SOON).until(() -> pages.get(DESK, page).body().contains("別の機関へつなぐ"));
    for (String place : List.of(page, page + "/onward?receiver=shakyo")) {
      assertThat(pages.get(DESK, place).body())
          .as(place)
          .contains("開封し")
          .doesNotContain(CANARY, ILLNESS, "要支援2", "鹿内 弟", "世帯の支援をお願いします。");
    }
    String shown = pages.get(DESK, page + "/onward?receiver=shakyo").body();
    assertThat(shown)
        .as("whose details go, and whose do not")
        .contains("同意の範囲に「病気・医療」がありません。", "この相手への同意がありません。", "氏名・生年月日");
    assertThat(location(pages.post(DESK, page + "/onward", form(shown)))).contains(page + "?done=");
    SendReferral command = sentOn(DESK, sheet);
    assertThat(Objects.requireNonNull(command.dossier()).parts()).hasSize(2);
    sheet.tell(DESK, next(sheet, command.referralId(), DESK, 14));
    String copy = "/agencies/desk/window/referrals/" + command.referralId();
    await().atMost(SOON).until(() -> pages.get(DESK, copy).statusCode() == 200);
    assertThat(pages.get(DESK, copy).body())
        .as("nor where it was passed on")
        .contains("この機関はこの連絡を開封していません。")
        .doesNotContain(CANARY, "要支援2");
    ReferralView view = api.bean(Records.class).findReferral(DESK, sheet.leg()).orElseThrow();
    assertThat(api.bean(SheetPapers.class).of(DESK, view, Reader.folder(), null).sheets())
        .as("nor on paper")
        .isEmpty();
    assertThat(api.bean(AccessLog.class).ofCase(DESK, sheet.caseId(), null, Long.MAX_VALUE, 10))
        .as("nobody read it")
        .isEmpty();
  }

  @Test
  void the_sender_sees_that_it_was_declined_and_goes_on_by_one_button() {
    AtDesk sheet = declined();
    String onward = sheet.page(HIGASHI) + "/onward";
    await()
        .atMost(SOON)
        .until(() -> pages.get(HIGASHI, "/agencies/hokatsu-higashi/").body().contains(onward));
    assertThat(pages.get(HIGASHI, sheet.page(HIGASHI)).body()).contains("別の機関へつなぐ");
    assertThat(pages.get(HIGASHI, onward).body()).contains("onward?receiver=shakyo");

    ReferralId next = Samples.referralId();
    sheet.tell(HIGASHI, next(sheet, next, DESK, 14));
    await()
        .atMost(SOON)
        .until(() -> !pages.get(HIGASHI, "/agencies/hokatsu-higashi/").body().contains(onward));
    assertThat(pages.get(HIGASHI, sheet.page(HIGASHI)).body())
        .as("who went on is told, with the way there")
        .contains("shakyoへつなぎました", "/window/referrals/" + next)
        .doesNotContain("別の機関へつなぐ");
    assertThat(location(pages.get(HIGASHI, onward))).endsWith(sheet.page(HIGASHI));
    assertThat(pages.post(HIGASHI, onward, with(form("shown"), "note", "きょう電話で話しました。")).body())
        .as("who comes second is told who was first, and loses nothing")
        .containsPattern("この連絡は .*に調整窓口がshakyoへつなぎました。|この連絡は .*にdeskがshakyoへつなぎました。")
        .contains("きょう電話で話しました。");
    assertThat(api.commands(HIGASHI, sheet.caseId()))
        .noneMatch(command -> command instanceof SendReferral);
  }

  @Test
  void what_changed_after_it_was_shown_is_shown_again_before_anything_is_sent() {
    AtDesk sheet = declined();
    String onward = sheet.page(DESK) + "/onward";
    await()
        .atMost(SOON)
        .until(() -> pages.get(DESK, onward + "?receiver=shakyo").body().contains("要支援2"));
    String shown = pages.get(DESK, onward + "?receiver=shakyo").body();
    SheetConsent consent = sheet.sheet().consents().get(CARE_FOR_SHAKYO);
    sheet.tell(
        DESK,
        new ConsentWithdrawn(
            TestNetwork.header(sheet.caseId(), 20, HIGASHI),
            consent.consentId(),
            consent.terms().person(),
            Set.of(SHAKYO)));
    await()
        .atMost(SOON)
        .until(
            () ->
                pages
                    .get(DESK, onward + "?receiver=shakyo")
                    .body()
                    .contains("not-going\"><span>要支援2"));

    assertThat(pages.post(DESK, onward, form(shown)).body())
        .contains("渡る内容が変わりました", "not-going\"><span>要支援2");
    assertThat(api.commands(DESK, sheet.caseId()))
        .noneMatch(command -> command instanceof SendReferral);
  }

  @Test
  void a_sheet_that_waits_at_the_desk_says_so_and_one_that_is_over_has_nothing_left() {
    AtDesk sheet = submitted();
    await()
        .atMost(SOON)
        .until(() -> pages.get(HIGASHI, sheet.page(HIGASHI)).body().contains("調整窓口が開封"));
    assertThat(pages.get(HIGASHI, sheet.page(HIGASHI)).body())
        .contains("<li class=\"done\"><strong>調整窓口が開封</strong>", "<strong>振り分け待ち</strong>");
  }

  @Test
  void a_sheet_that_came_on_paper_is_typed_for_whoever_wrote_it() {
    String address = "/agencies/desk/window/sheet";
    assertThat(pages.get(DESK, address + "?paper=true").body())
        .containsSubsequence("代行入力", "name=\"onBehalfOf\"", "name=\"persons[0].name\"");
    Map<String, String> form =
        Map.of(
            "key", key(),
            "paper", "true",
            "consultation.fields", "ELDERLY_CARE",
            "consultation.area", "east",
            "consultation.urgency", "NORMAL");
    assertThat(pages.post(DESK, address, form).body())
        .as("who wrote it must be said")
        .contains("シートを書いた機関・参加者が選ばれていません。", "name=\"paper\"");
    String location =
        location(pages.post(DESK, address, with(with(form, "onBehalfOf", "shakyo"), "key", key())));
    CaseId caseId = CaseId.of(location.replaceAll(".*/cases/([0-9a-f-]+).*", "$1"));
    await().atMost(SOON).until(() -> !api.commands(DESK, caseId).isEmpty());
    assertThat(((ReceiveSheet) api.commands(DESK, caseId).getLast()).header().onBehalfOf())
        .isEqualTo(SHAKYO);
  }

  @Test
  void what_cannot_be_passed_on_by_REST_says_which_field() {
    AtDesk sheet = submitted();
    await().atMost(SOON).until(() -> api.get(DESK, "/cases/" + sheet.caseId()).status() == 200);
    String form =
        "{\"caseId\": \"%s\", \"urgency\": \"通常\", \"receiver\": \"shakyo\", \"passOn\": true}";
    assertThat(api.post(DESK, "/referrals", form.formatted(sheet.caseId())).body())
        .contains("passOn", "receiver と continues を書いてください。");
  }

  private static String readAtShakyo(AtDesk sheet, SendReferral command) {
    SealedDossier dossier = Objects.requireNonNull(command.dossier());
    CaseId caseId = sheet.caseId();
    api.network()
        .deliver(
            SHAKYO,
            caseId,
            new DossierDelivered(
                caseId,
                command.referralId(),
                dossier.onlyFor(SHAKYO).orElseThrow(),
                Instant.now()));
    sheet.tell(SHAKYO, next(sheet, command.referralId(), DESK, 14));
    sheet.tell(
        SHAKYO, new ReferralOpened(TestNetwork.header(caseId, 15, SHAKYO), command.referralId()));
    String page = "/agencies/shakyo/window/referrals/" + command.referralId();
    await().atMost(SOON).until(() -> pages.get(SHAKYO, page).body().contains(CANARY));
    return pages.get(SHAKYO, page).body();
  }

  private static ReferralSent next(AtDesk sheet, ReferralId next, AgencyId sender, long sequence) {
    return new ReferralSent(
        TestNetwork.header(sheet.caseId(), sequence, sender),
        next,
        new ChainPlace(sheet.leg(), sheet.leg()),
        new LegParties(sender, SHAKYO),
        ReferralMode.TOGETHER,
        Urgency.NORMAL,
        Samples.clock(),
        null);
  }

  private static SendReferral sentOn(AgencyId agency, AtDesk sheet) {
    await()
        .atMost(SOON)
        .until(
            () ->
                api.commands(agency, sheet.caseId()).stream()
                    .anyMatch(SendReferral.class::isInstance));
    return api.commands(agency, sheet.caseId()).stream()
        .filter(SendReferral.class::isInstance)
        .map(SendReferral.class::cast)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  /** As the page posts it. */
  private static Map<String, String> form(String page) {
    return Map.of(
        "key",
        key(),
        "receiver",
        "shakyo",
        "urgency",
        "NORMAL",
        "shown",
        page.replaceAll("(?s).*name=\"shown\" value=\"([^\"]+)\".*", "$1"));
  }

  /** Given by the desk to SHOGAI, which did not take it. */
  private static AtDesk declined() {
    return declined(submitted());
  }

  private static AtDesk declined(AtDesk sheet) {
    CaseId caseId = sheet.caseId();
    for (AgencyId agency : List.of(HIGASHI, DESK)) {
      sheet.tell(
          agency,
          new ReferralTriaged(
              TestNetwork.header(caseId, 12, DESK),
              sheet.leg(),
              HIGASHI,
              SHOGAI,
              ReferralMode.TOGETHER,
              Urgency.NORMAL,
              Samples.clock(),
              null));
      sheet.tell(
          agency,
          new ReferralDeclined(
              TestNetwork.header(caseId, 13, SHOGAI), sheet.leg(), "NOT_ELIGIBLE", null));
    }
    return sheet;
  }

  private static AtDesk submitted() {
    return submitted(true);
  }

  private static AtDesk submitted(boolean opened) {
    Map<String, String> form =
        Stream.of(SHEET, CONSENTS, Map.of("key", UUID.randomUUID().toString()))
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    String location = location(pages.post(HIGASHI, "/agencies/hokatsu-higashi/window/sheet", form));
    CaseId caseId = CaseId.of(location.replaceAll(".*/cases/([0-9a-f-]+).*", "$1"));
    await().atMost(SOON).until(() -> !api.commands(HIGASHI, caseId).isEmpty());
    ReceiveSheet sheet = (ReceiveSheet) api.commands(HIGASHI, caseId).getLast();
    AtDesk at = new AtDesk(caseId, sheet.legs().getFirst().referralId(), sheet);
    SealedDossier dossier = Objects.requireNonNull(sheet.dossier());
    api.network()
        .deliver(
            DESK,
            caseId,
            new DossierDelivered(
                caseId, at.leg(), dossier.onlyFor(DESK).orElseThrow(), Instant.now()));
    for (AgencyId agency : List.of(HIGASHI, DESK)) {
      int sequence = 1;
      for (SheetConsent consent : sheet.consents()) {
        at.tell(
            agency,
            new ConsentRecorded(
                TestNetwork.header(caseId, ++sequence, HIGASHI),
                consent.consentId(),
                consent.terms()));
      }
      at.tell(
          agency,
          new SheetSubmitted(
              TestNetwork.header(caseId, 10, HIGASHI),
              at.leg(),
              HIGASHI,
              DESK,
              Urgency.NORMAL,
              Samples.clock(),
              dossier.outline()));
      if (opened) {
        at.tell(agency, new ReferralOpened(TestNetwork.header(caseId, 11, DESK), at.leg()));
      }
    }
    return at;
  }

  private static Map<String, String> consent(
      int place, String person, String scope, String recipients) {
    String row = "consents[" + place + "].";
    return Map.of(
        row + "person",
        person,
        row + "purpose",
        "COMPREHENSIVE_SUPPORT",
        row + "scope",
        scope,
        row + "recipients",
        recipients,
        row + "method",
        "WRITTEN",
        row + "givenOn",
        "2026-09-03");
  }
}
