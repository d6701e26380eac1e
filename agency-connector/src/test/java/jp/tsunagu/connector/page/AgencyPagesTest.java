package jp.tsunagu.connector.page;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.connector.testing.TestWindow.CANARY;
import static jp.tsunagu.connector.testing.TestWindow.SHEET;
import static jp.tsunagu.connector.testing.TestWindow.key;
import static jp.tsunagu.connector.testing.TestWindow.with;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import jp.tsunagu.connector.dossier.ActingPersons;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.connector.sheet.SheetFields;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestWindow;
import jp.tsunagu.connector.testing.TestWindow.Delivered;
import jp.tsunagu.contract.directory.DirectoryRecord.CaseFlow;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.SideGates;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ChainPlace;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationAccepted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationRequested;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.LegParties;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.runtime.testing.PdfReading;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** The window of an agency over HTTP, as a browser without scripts uses it. */
@ResourceLock(Resources.SYSTEM_OUT)
@ExtendWith(OutputCaptureExtension.class)
class AgencyPagesTest {

  @TempDir static Path directory;
  private static TestApi api;
  private static TestWindow window;

  @BeforeAll
  static void start() {
    api = new TestApi(directory, Map.of());
    window = new TestWindow(api);
  }

  @AfterAll
  static void stop() {
    window.close();
    api.close();
  }

  @Test
  void a_referral_is_read_only_after_it_was_opened_and_then_answered(CapturedOutput log) {
    Delivered delivered = received();
    String address = "/agencies/shakyo/window/referrals/" + delivered.referral();

    assertThat(get(SHAKYO, "/agencies/shakyo/").body())
        .contains("● まだ開いていません", address, ">開く</button>")
        .doesNotContain(CANARY);
    assertThat(get(SHAKYO, "/agencies/shakyo/window/received").body())
        .contains("● 未開封", address)
        .doesNotContain(CANARY);
    assertThat(get(SHAKYO, address).body())
        .contains("開封して読む", "開封が伝わり")
        .doesNotContain(CANARY, "受理する");

    assertThat(get(SHAKYO, address + "?do=forward&receiver=shogai-kikan").body())
        .as("what she came for is kept while she opens it first")
        .contains("name=\"do\" value=\"forward\"", "name=\"receiver\" value=\"shogai-kikan\"");
    HttpResponse<String> opened =
        post(
            SHAKYO,
            address + "/open",
            Map.of("key", key(), "do", "forward", "receiver", "shogai-kikan"));
    assertThat(opened.statusCode()).isEqualTo(302);
    assertThat(opened.headers().firstValue("Location").orElse(""))
        .contains(address)
        .endsWith("&do=forward&receiver=shogai-kikan#doing");
    assertThat(api.commands(SHAKYO, delivered.caseId()))
        .hasAtLeastOneElementOfType(OpenReferral.class);
    api.network()
        .deliver(
            SHAKYO,
            delivered.caseId(),
            new ReferralOpened(
                TestNetwork.header(delivered.caseId(), 3, SHAKYO), delivered.referral()));
    await().atMost(SOON).until(() -> get(SHAKYO, address).body().contains(CANARY));

    String page = get(SHAKYO, address).body();
    assertThat(page).contains("受理する", "照会する", "差し戻す", "受入不可と答える", "要支援2", "開封した機関");
    assertThat(page).as("what cannot be done says why").contains("まだ受理されていません。");
    assertThat(get(SHAKYO, address + "?do=accept").body())
        .contains("期限の時計が止まります", "name=\"note\"", "name=\"seen\"", "name=\"key\"");
    assertThat(get(SHAKYO, address + "?do=decline").body()).contains("name=\"reason\"");
    assertThat(get(SHAKYO, address + "?do=forward&receiver=" + HIGASHI).body())
        .as("a receiver chosen elsewhere stands in the form beside what is read")
        .contains("<option value=\"" + HIGASHI + "\" selected", "class=\"both\"");
    assertThat(log.getAll()).doesNotContain(CANARY);
  }

  @Test
  void a_protection_registered_later_hides_contact_details_on_the_page_too() {
    Delivered delivered = window.received(with(SHEET, "persons[0].phoneMobile", "090-0000-5512"));
    String address = "/agencies/shakyo/window/referrals/" + delivered.referral();
    api.network()
        .deliver(
            SHAKYO,
            delivered.caseId(),
            new ReferralOpened(
                TestNetwork.header(delivered.caseId(), 3, SHAKYO), delivered.referral()));
    await().atMost(SOON).until(() -> get(SHAKYO, address).body().contains("090-0000-5512"));
    api.network()
        .deliver(
            SHAKYO,
            delivered.caseId(),
            new CaseProtected(
                TestNetwork.header(delivered.caseId(), 4, HIGASHI),
                new Protection(Set.of(), Set.of(), LocalDate.of(2030, 3, 31))));
    await().atMost(SOON).until(() -> get(SHAKYO, address).body().contains("保護案件(支援措置)です。"));
    assertThat(get(SHAKYO, address).body())
        .contains(CANARY, "住所・連絡先はこの機関には表示されません")
        .doesNotContain("090-0000-5512");
  }

  @Test
  void what_went_back_before_it_was_accepted_is_read_nowhere_at_its_receiver_any_more()
      throws Exception {
    Map<String, BiFunction<EventHeader, ReferralId, CaseEvent>> ways =
        Map.of(
            "誤送付", (header, leg) -> new ReferralDeclined(header, leg, Reason.MISDIRECTED, null),
            "差戻し", (header, leg) -> new ReferralSentBack(header, leg, "INFORMATION_MISSING", null),
            "取下げ", ReferralWithdrawn::new);
    for (Map.Entry<String, BiFunction<EventHeader, ReferralId, CaseEvent>> way : ways.entrySet()) {
      Delivered leg = window.opened(SHEET);
      assertThat(get(SHAKYO, leg.page()).body()).as(way.getKey()).contains(CANARY);
      AgencyId actor = way.getKey().equals("取下げ") ? HIGASHI : SHAKYO;
      CaseEvent event =
          way.getValue().apply(TestNetwork.header(leg.caseId(), 4, actor), leg.referral());
      api.network().deliver(SHAKYO, leg.caseId(), (Record) event);

      String own = "/referrals/" + leg.referral();
      await().atMost(SOON).until(() -> !api.get(SHAKYO, own).body().contains(CANARY));
      assertThat(api.get(SHAKYO, own).json().at("/dossiers/0/parts"))
          .as(way.getKey())
          .isNotEmpty()
          .allSatisfy(
              part -> {
                assertThat(part.has("content")).isFalse();
                assertThat(part.at("/closed/label").asString()).contains("戻されたため");
              });
      assertThat(api.get(SHAKYO, "/cases/" + leg.caseId()).body()).doesNotContain(CANARY);
      assertThat(get(SHAKYO, leg.page()).body())
          .as(way.getKey())
          .contains("戻されたため", "開封した機関")
          .doesNotContain(CANARY);
      String paper = "/agencies/shakyo/api/referrals/" + leg.referral() + "/sheet.pdf";
      assertThat(printed(window.paper(SHAKYO + "-sample", paper)))
          .as(way.getKey())
          .doesNotContain("カナリヤ");
      assertThat(api.get(HIGASHI, "/cases/" + leg.caseId()).body())
          .as("its author keeps it")
          .contains(CANARY);
    }
  }

  @Test
  void its_sender_is_shown_who_had_opened_what_of_it() {
    Delivered leg = window.opened(SHEET);
    api.network()
        .deliver(
            HIGASHI,
            leg.caseId(),
            new ReferralSent(
                TestNetwork.header(leg.caseId(), 2, HIGASHI),
                leg.referral(),
                new ChainPlace(leg.referral(), null),
                new LegParties(HIGASHI, SHAKYO),
                ReferralMode.TOGETHER,
                Urgency.NORMAL,
                Samples.clock(),
                null));
    api.network()
        .deliver(
            HIGASHI,
            leg.caseId(),
            new ReferralOpened(TestNetwork.header(leg.caseId(), 3, SHAKYO), leg.referral()));
    api.network()
        .deliver(
            HIGASHI,
            leg.caseId(),
            new ReferralDeclined(
                TestNetwork.header(leg.caseId(), 4, SHAKYO),
                leg.referral(),
                Reason.MISDIRECTED,
                null));
    String page = "/agencies/hokatsu-higashi/window/referrals/" + leg.referral();
    await().atMost(SOON).until(() -> get(HIGASHI, page).body().contains("受入不可"));
    assertThat(get(HIGASHI, page).body().replaceAll("<[^>]*>|\\s", ""))
        .containsPattern("開封した機関.{0,40}shakyo\\([^)]*世帯員1\\)");
    JsonNode opening = api.get(HIGASHI, "/referrals/" + leg.referral()).json().at("/openings/0");
    assertThat(opening.path("agency").toString()).contains(SHAKYO.value());
    assertThat(opening.path("parts").toString()).contains("person-1");
  }

  @Test
  void every_declared_field_of_the_sheet_stands_on_its_page() {
    String page = get(HIGASHI, "/agencies/hokatsu-higashi/window/sheet").body();
    for (String name : declared(SheetFields.FORM, "")) {
      assertThat(page).as(name).contains("name=\"" + name + "\"");
    }
    assertThat(page).contains("必須", "渡る内容を確かめる", "本人を一つ加える");
  }

  @Test
  void a_refused_sheet_comes_back_with_everything_in_it_and_the_next_one_is_sent_once() {
    String address = "/agencies/hokatsu-higashi/window/sheet";
    HttpResponse<String> refused = post(HIGASHI, address, with(SHEET, "consultation.urgency", ""));
    assertThat(refused.body())
        .contains("か所を直してください", "href=\"#f-consultation-urgency\"")
        .contains(CANARY, "要支援2");

    HttpResponse<String> preview = post(HIGASHI, address, with(SHEET, "preview", "1"));
    assertThat(preview.body()).contains("が読む内容", CANARY, "回答期限は");

    Map<String, String> sheet = with(SHEET, "key", key());
    HttpResponse<String> sent = post(HIGASHI, address, sheet);
    HttpResponse<String> again = post(HIGASHI, address, sheet);
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(sent.headers().firstValue("Location"));
    assertThat(sent.headers().firstValue("Location").orElse(""))
        .contains("/window/cases/")
        .doesNotContain(URLEncoder.encode("鹿内", StandardCharsets.UTF_8));
  }

  @Test
  void another_agencys_page_is_the_same_as_one_that_does_not_exist() {
    Delivered delivered = received();
    String nothing =
        get(HIGASHI, "/agencies/hokatsu-higashi/window/referrals/" + UUID.randomUUID()).body();
    for (String path :
        List.of(
            "/agencies/shakyo/",
            "/agencies/shakyo/window/referrals/" + delivered.referral(),
            "/agencies/shakyo/window/sheet",
            "/agencies/hokatsu-higashi/window/referrals/no-id",
            "/agencies/hokatsu-higashi/window/cases/" + UUID.randomUUID(),
            "/agencies/hokatsu-higashi/window/nothing")) {
      HttpResponse<String> answer = get(HIGASHI, path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).isEqualTo(nothing);
    }
  }

  @Test
  void a_sheet_is_printed_as_far_as_it_may_be_read_and_before_it_is_sent() throws Exception {
    Delivered delivered = received();
    String page = "/agencies/shakyo/window/referrals/" + delivered.referral();
    String paper = "/agencies/shakyo/api/referrals/" + delivered.referral() + "/sheet.pdf";
    assertThat(printed(window.paper(SHAKYO + "-sample", paper)))
        .contains("まだ開封していない", "取扱注意")
        .doesNotContain("カナリヤ");
    assertThat(get(SHAKYO, page).body()).doesNotContain("sheet.pdf");
    api.network()
        .deliver(
            SHAKYO,
            delivered.caseId(),
            new ReferralOpened(
                TestNetwork.header(delivered.caseId(), 3, SHAKYO), delivered.referral()));
    await().atMost(SOON).until(() -> get(SHAKYO, page).body().contains(paper));

    assertThat(printed(window.paper(SHAKYO + "-sample", paper)))
        .contains("鹿内カナリヤ", "要支援2", "□介護", "印刷");
    assertThat(get(HIGASHI, paper).statusCode()).isEqualTo(404);

    String print = "/agencies/hokatsu-higashi/window/sheet/print";
    assertThat(get(HIGASHI, "/agencies/hokatsu-higashi/window/sheet").body()).contains(print);
    assertThat(printed(window.paper(HIGASHI + "-sample", print, SHEET)))
        .contains("まだ送っていません", "鹿内カナリヤ", "2026");
    HttpResponse<String> lacking = post(HIGASHI, print, with(SHEET, "consultation.urgency", ""));
    assertThat(lacking.statusCode()).isEqualTo(422);
    assertThat(lacking.body()).contains("か所を直してください", "f-consultation-urgency", CANARY);
  }

  private static String printed(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return PdfReading.text(answer.body());
  }

  @Test
  void several_are_reminded_of_from_one_page_each_once_however_often_it_is_sent() {
    Delivered one = received();
    String page = "/agencies/shakyo/window/remind";
    String chosen = page + "?leg=" + one.referral() + "&leg=" + UUID.randomUUID() + "&leg=none";
    assertThat(get(SHAKYO, chosen).body())
        .as("what is not there is left out; what it does is told before")
        .contains("1件に催促する", "期限の時計は変わりません", "name=\"phonedAt\"")
        .contains("name=\"leg\" value=\"" + one.referral() + "\"");
    Map<String, String> form = Map.of("leg", one.referral().toString(), "key", key());

    assertThat(post(SHAKYO, page, form).body()).contains("催促を送りました。");
    assertThat(post(SHAKYO, page, form).body()).contains("催促を送りました。");
    assertThat(api.commands(SHAKYO, one.caseId()))
        .filteredOn(RemindReferral.class::isInstance)
        .hasSize(1);
    assertThat(get(SHAKYO, page).body()).contains("選ばれた連絡はありません。");
  }

  @Test
  void a_case_is_handed_back_from_its_own_page_with_who_stays_alongside() {
    Delivered one = received();
    String page = "/agencies/shakyo/window/cases/" + one.caseId() + "/coordination";
    assertThat(get(SHAKYO, page).body())
        .contains("まだ依頼されていません。", "調整を依頼する")
        .doesNotContain("つなぎ戻す<");
    api.network()
        .deliver(
            SHAKYO,
            one.caseId(),
            new CoordinationRequested(
                TestNetwork.header(one.caseId(), 4, HIGASHI), HIGASHI, SHAKYO, false, null));
    await().atMost(SOON).until(() -> get(SHAKYO, page).body().contains("調整依頼を受ける"));
    api.network()
        .deliver(
            SHAKYO,
            one.caseId(),
            new CoordinationAccepted(TestNetwork.header(one.caseId(), 5, SHAKYO)));
    await().atMost(SOON).until(() -> get(SHAKYO, page).body().contains("つなぎ戻す"));
    assertThat(get(SHAKYO, page + "?do=hand-back").body())
        .contains("name=\"receiver\"", "name=\"lead.agency\"", "主担当は、その人について根拠のある機関");

    HttpResponse<String> refused = post(SHAKYO, page + "/hand-back", Map.of("key", key()));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("か所を直してください");
    HttpResponse<String> sent =
        post(
            SHAKYO,
            page + "/hand-back",
            Map.of(
                "key", key(),
                "receiver", HIGASHI.value(),
                "urgency", "NORMAL",
                "lead", "はい",
                "lead.agency", HIGASHI.value()));
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(api.commands(SHAKYO, one.caseId())).hasAtLeastOneElementOfType(HandBackCase.class);
    assertThat(get(TestNetwork.DESK, page.replace("shakyo", "desk")).statusCode()).isEqualTo(404);
  }

  @Test
  void the_page_of_a_step_says_what_it_waits_for_before_it_is_tried() {
    api.network()
        .publish(
            new CaseFlow(
                List.of(FlowRequirement.ASSESSMENT, FlowRequirement.PLAN),
                List.of(),
                List.of(),
                List.of(),
                SideGates.FREE));
    Delivered one = received();
    String page = "/agencies/shakyo/window/cases/" + one.caseId() + "/coordination";
    List.of(
            new CoordinationRequested(
                TestNetwork.header(one.caseId(), 4, HIGASHI), HIGASHI, SHAKYO, false, null),
            new CoordinationAccepted(TestNetwork.header(one.caseId(), 5, SHAKYO)),
            new FormRecorded(
                TestNetwork.header(one.caseId(), 6, SHAKYO),
                new FormRef(KnownForm.ASSESSMENT.formId(), 1),
                1,
                LocalDate.of(2026, 9, 3),
                Set.of(new PersonRef(1)),
                null,
                null))
        .forEach(event -> api.network().deliver(SHAKYO, one.caseId(), event));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get(SHAKYO, page + "?do=support-decision").body())
                    .containsSubsequence("この手順の前に要るもの", "アセスメント", "あります", "プラン", "まだありません"));
    assertThat(get(SHAKYO, page + "?do=hand-back").body()).doesNotContain("この手順の前に要るもの");
    assertThat(get(SHAKYO, page + "?do=support-decision").body())
        .contains("例外の理由", "内容を読む機関", "ほかの機関には、書いたものがあることも伝わりません。");
    assertThat(get(SHAKYO, page).body())
        .as("while a paper is missing, a paper comes first; what waits for it says so")
        .containsSubsequence("様式を作ったことを記録する</a>", "手順と、その前に要るもの", "支援決定を記録する", "プラン", "まだありません");
  }

  @Test
  void an_agency_that_is_asked_for_information_answers_on_a_page_and_reads_what_it_wrote() {
    Delivered one = received();
    String page = "/agencies/shakyo/window/cases/" + one.caseId();
    assertThat(get(SHAKYO, page + "/coordination").body()).doesNotContain("情報収集に答える");
    api.network()
        .deliver(
            SHAKYO,
            one.caseId(),
            new InquirySent(
                TestNetwork.header(one.caseId(), 4, HIGASHI),
                SHAKYO,
                Set.of(new PersonRef(1)),
                Samples.clock(),
                null));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get(SHAKYO, page + "/coordination").body())
                    .contains("情報収集に答える", "尋ねている、回答期限は"));
    assertThat(get(SHAKYO, "/agencies/shakyo/").body())
        .contains("情報収集の依頼に答える", page + "/coordination?do=answer-inquiry#doing");
    assertThat(get(SHAKYO, page + "/coordination?do=answer-inquiry").body())
        .contains("回答できない理由", "依頼した機関にだけ渡ります");
    assertThat(
            post(
                    SHAKYO,
                    page + "/coordination/answer-inquiry",
                    Map.of(
                        "key", key(),
                        "note", "週1回の訪問カナリヤ",
                        "noteAbout", "1",
                        "noteBasis", "CONSENT"))
                .statusCode())
        .isEqualTo(302);
    assertThat(api.commands(SHAKYO, one.caseId())).hasAtLeastOneElementOfType(AnswerInquiry.class);
    assertThat(get(SHAKYO, page + "/contents").body()).contains("週1回の訪問カナリヤ");
    assertThat(get(SHAKYO, page).body()).contains("情報収集・支援の記録を読む").doesNotContain("訪問カナリヤ");
    assertThat(get(TestNetwork.DESK, page.replace("shakyo", "desk") + "/contents").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_support_beside_the_case_goes_on_from_its_page_and_says_what_it_waits_for() {
    List<FlowRequirement> plan = List.of(FlowRequirement.OUTREACH_PLAN);
    api.network()
        .publish(
            new CaseFlow(
                List.of(FlowRequirement.ASSESSMENT, FlowRequirement.PLAN),
                List.of(),
                List.of(),
                List.of(),
                new SideGates(List.of(), List.of(), List.of(), plan, List.of(), List.of())));
    Delivered one = received();
    String page = "/agencies/shakyo/window/cases/" + one.caseId() + "/supports";
    assertThat(get(SHAKYO, page).body()).contains("まだ始まっていません。", "参加支援・アウトリーチを始める");
    SideFlow flow = new SideFlow(SideKind.OUTREACH, new PersonRef(1), SHAKYO);
    api.network()
        .deliver(
            SHAKYO,
            one.caseId(),
            new SideSupportBegun(
                TestNetwork.header(one.caseId(), 4, SHAKYO), flow, SideReason.KNOWN_BEFORE));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(get(SHAKYO, page).body())
                    .contains("世帯員1のアウトリーチ: 情報収集", "事前調整へ進める", "関わりを記録する"));
    String which = "?do=move-support&support=0&to=";
    assertThat(get(SHAKYO, page).body())
        .as("no address says what anybody gets")
        .contains("do=move-support&amp;support=0&amp;to=1")
        .doesNotContain("=OUTREACH");
    assertThat(get(SHAKYO, page + which + "2").body())
        .containsSubsequence("この手順の前に要るもの", "アウトリーチプラン", "まだありません");
    assertThat(get(SHAKYO, page + which + "1").body()).doesNotContain("この手順の前に要るもの");
    HttpResponse<String> sent =
        post(
            SHAKYO,
            page + "/move-support",
            Map.of("key", key(), "kind", "OUTREACH", "person", "1", "stage", "PREPARING"));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    assertThat(api.commands(SHAKYO, one.caseId()))
        .hasAtLeastOneElementOfType(MoveSideSupport.class);
    assertThat(get(TestNetwork.DESK, page.replace("shakyo", "desk")).statusCode()).isEqualTo(404);
  }

  @Test
  void the_second_of_two_people_is_told_who_was_first_and_keeps_what_she_typed() {
    Delivered one = window.opened(SHEET);
    ActingPerson colleague =
        api.bean(ActingPersons.class)
            .in(SHAKYO, one.caseId(), "person-2", new Sensitive<>("見本 次郎"));
    secondAnswer(one, new ReferralAccepted(by(one, SHAKYO, colleague), one.referral(), null))
        .contains("ほかの人が先に更新しました", "この機関の見本 次郎さんが「受理」を登録しました。");

    Delivered other = window.opened(SHEET);
    secondAnswer(other, new ReferralWithdrawn(by(other, HIGASHI, null), other.referral()))
        .contains("hokatsu-higashiが「取下げ」を登録しました。", "取下げ")
        .doesNotContain("次郎");
  }

  private static AbstractStringAssert<?> secondAnswer(Delivered referral, CaseEvent first) {
    String form = get(SHAKYO, referral.page() + "?do=accept").body();
    String seen = form.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
    api.network().deliver(SHAKYO, referral.caseId(), (Record) first);
    await().atMost(SOON).until(() -> !get(SHAKYO, referral.page()).body().contains(">受理する</a>"));
    HttpResponse<String> second =
        post(
            SHAKYO,
            referral.page() + "/do/accept",
            Map.of("key", key(), "seen", seen, "note", "明日 電話する"));
    assertThat(second.statusCode()).isEqualTo(409);
    Reply atInterface =
        api.send(
            api.posting(SHAKYO, "/referrals/" + referral.referral() + "/accept", "{}")
                .header("If-Match", '"' + seen + '"')
                .header("Idempotency-Key", key())
                .build());
    assertThat(atInterface.status()).isEqualTo(412);
    assertThat(atInterface.body())
        .as("the interface tells the same")
        .contains("を登録しました。送ったものは登録されていません。");
    return assertThat(second.body()).contains("明日 電話する", "送ったものは登録されていません。");
  }

  private static EventHeader by(Delivered one, AgencyId actor, @Nullable ActingPerson person) {
    EventHeader header = TestNetwork.header(one.caseId(), 4, actor);
    return new EventHeader(
        header.eventId(),
        header.caseId(),
        header.sequence(),
        header.causedBy(),
        new EventTimes(header.occurredAt(), header.recordedAt(), header.times().enteredAt(), null),
        new ActedBy(actor, null, person),
        0,
        header.caseNumber());
  }

  @Test
  void an_empty_window_says_what_would_stand_there() {
    AgencyId desk = TestNetwork.DESK;
    String own = "/agencies/" + desk;
    assertThat(get(desk, own + "/").body()).contains("待っているものはありません。");
    assertThat(get(desk, own + "/window/received").body()).contains("ほかの機関からつながれた連絡が並びます");
    assertThat(get(desk, own + "/window/sent").body()).contains("この機関が送った連絡が並びます");
    assertThat(get(desk, own + "/window/cases").body()).contains("この機関が関わる案件が並びます");
  }

  private static Delivered received() {
    return window.received(SHEET);
  }

  /** Those of the form and of the first row of its rows; rows within rows are asked for. */
  private static List<String> declared(Form form, String prefix) {
    List<String> names = new ArrayList<>();
    for (FormField<?> field : form.fields()) {
      String path = prefix + field.name();
      switch (field.kind()) {
        case Kind.Group group -> names.addAll(declared(group.form(), path + "."));
        case Kind.Rows rows when rows.areFiles() -> names.add("upload");
        case Kind.Rows rows when !prefix.contains("[") ->
            names.addAll(declared(rows.form(), path + "[0]."));
        case Kind.Rows _ -> {}
        default -> names.add(path);
      }
    }
    return names;
  }

  private static HttpResponse<String> get(AgencyId agency, String path) {
    return window.get(agency + "-sample", path);
  }

  private static HttpResponse<String> post(AgencyId agency, String path, Map<String, String> form) {
    return window.post(agency + "-sample", path, form);
  }
}
