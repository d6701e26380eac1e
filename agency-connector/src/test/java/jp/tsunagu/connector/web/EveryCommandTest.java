package jp.tsunagu.connector.web;

import static jp.tsunagu.connector.testing.TestApi.HIGASHI;
import static jp.tsunagu.connector.testing.TestApi.SHAKYO;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.connector.testing.SamplePapers;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestApi;
import jp.tsunagu.connector.testing.TestApi.Reply;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.topic.SealedRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryCommandTest {

  private static final String CONSENT =
      """
      {"person": 1, "purpose": "COORDINATION", "scope": ["IDENTITY"], "recipients": ["shakyo"],
       "method": "ORAL", "givenOn": "2020-09-03"}
      """;

  /** A step of a whole sheet, the receipt of the connector, and what only the scheduler says. */
  private static final Set<String> AUTOMATIC =
      Set.of(
          "ReportArrival",
          "ReceiveConsultation",
          "PublishAgendaItem",
          "CarryItem",
          "CancelMeetingNotice",
          "AskForDates",
          "RecordMeetingHeld",
          "DecideItem",
          "RemindOfReport");

  private static final MeetingRequestId ITEM = new MeetingRequestId(UUID.randomUUID());

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
  void every_command_of_the_contract_but_automatic_ones_can_be_given_by_REST() {
    Reply received =
        api.post(
            HIGASHI,
            "/consultations",
            """
            {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"}}
            """);
    CaseId caseId = CaseId.of(received.json().path("caseId").asString());
    ReferralId referralId = sent(caseId);
    SamplePapers.handedOut(api, caseId, ITEM, List.of(SHAKYO), 2);

    paths(caseId, referralId).forEach(EveryCommandTest::give);

    Set<String> wanted = new TreeSet<>(kinds(CaseCommand.class).toList());
    wanted.removeAll(AUTOMATIC);
    assertThat(given(caseId)).containsAll(wanted);
  }

  @Test
  void times_and_the_participant_on_paper_can_be_told_with_every_command() {
    Reply received =
        api.post(
            HIGASHI,
            "/consultations",
            """
            {"consultation": {"fields": ["OTHER"], "area": "east", "urgency": "NORMAL"},
             "occurredAt": "2020-09-03T10:20:00+09:00", "onBehalfOf": "desk"}
            """);

    CaseId caseId = CaseId.of(received.json().path("caseId").asString());
    await().atMost(SOON).until(() -> !api.commands(HIGASHI, caseId).isEmpty());
    CaseCommand command = (CaseCommand) api.commands(HIGASHI, caseId).getFirst();
    assertThat(command.header().occurredAt()).isEqualTo("2020-09-03T01:20:00Z");
    assertThat(command.header().onBehalfOf()).isEqualTo(TestNetwork.DESK);
    assertThat(command.header().enteredAt()).isAfter("2026-01-01T00:00:00Z");
  }

  private static Map<String, String> paths(CaseId caseId, ReferralId referralId) {
    String ofCase = "/cases/" + caseId;
    String leg = "/referrals/" + referralId;
    String consent = UUID.randomUUID().toString();
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put(ofCase + "/fields", "{\"fields\": [\"困窮\"]}");
    paths.put(ofCase + "/persons", "{\"persons\": 3}");
    paths.put(
        ofCase + "/protection",
        "{\"protection\": {\"until\": \"2030-03-31\", \"named\": [\"desk\"]}}");
    paths.put(ofCase + "/protection/lift", "{}");
    paths.put(
        ofCase + "/notifications",
        """
        {"office": "児童相談所", "statute": "児童虐待防止法6条", "persons": [1],
         "phonedAt": "2026-09-03T10:20:00+09:00"}
        """);
    paths.put(ofCase + "/end-support", "{\"outcome\": \"解決・改善\"}");
    paths.put(ofCase + "/consents", CONSENT);
    paths.put(ofCase + "/consents/" + consent + "/withdraw", "{}");
    paths.put(ofCase + "/stops/1/answer", "{\"answer\": \"停止\"}");
    paths.put(ofCase + "/coordination", "{\"note\": \"役割の整理\", \"noteNamesNoOne\": true}");
    paths.put(ofCase + "/coordination/accept", "{}");
    paths.put(
        ofCase + "/coordination/screening", "{\"route\": \"支援会議\", \"reason\": \"NO_CONSENT\"}");
    paths.put(ofCase + "/coordination/support-decision", "{}");
    paths.put(
        ofCase + "/coordination/hand-back",
        "{\"receiver\": \"shakyo\", \"urgency\": \"通常\", \"lead\": {\"agency\": \"shakyo\"}}");
    paths.put(
        ofCase + "/coordination/close", "{\"leads\": [{\"person\": 1, \"agency\": \"shakyo\"}]}");
    paths.put(ofCase + "/coordination/coordinator", "{\"coordinator\": \"shakyo\"}");
    paths.put(ofCase + "/coordination/results", "{\"person\": 1}");
    paths.put(ofCase + "/coordination/members", "{\"member\": \"shakyo\"}");
    paths.put(ofCase + "/coordination/members/release", "{\"member\": \"shakyo\"}");
    paths.put(
        ofCase + "/recorded-forms",
        "{\"form\": \"プランシート\", \"dated\": \"2026-09-03\", \"persons\": [1]}");
    paths.put(
        ofCase + "/inquiries",
        """
        {"agencies": ["shakyo"], "about": [1], "due": "2026-09-24",
         "note": "関わりを教えてください", "noteNamesNoOne": true}
        """);
    paths.put(ofCase + "/inquiries/answer", "{\"unable\": \"担当していない\"}");
    paths.put(ofCase + "/inquiries/take-back", "{\"agencies\": [\"shakyo\"]}");
    paths.put(
        ofCase + "/supports",
        "{\"kind\": \"アウトリーチ\", \"person\": 1, \"reason\": \"KNOWN_BEFORE\"}");
    paths.put(
        ofCase + "/supports/stage", "{\"kind\": \"アウトリーチ\", \"person\": 1, \"stage\": \"事前調整\"}");
    paths.put(
        ofCase + "/supports/contacts",
        """
        {"kind": "アウトリーチ", "person": 1, "contact": "手紙・置き手紙", "reader": "shakyo",
         "note": "手紙を置いた", "noteNamesNoOne": true}
        """);
    paths.put(
        ofCase + "/supports/end",
        "{\"kind\": \"アウトリーチ\", \"person\": 1, \"ground\": \"転出\", \"rhythm\": \"月1回\"}");
    String meeting = ofCase + "/meeting-requests/" + UUID.randomUUID();
    paths.put(
        ofCase + "/meeting-requests",
        "{\"conference\": \"支援会議\", \"purpose\": \"NEW\", \"persons\": 1}");
    paths.put(meeting + "/withdraw", "{}");
    paths.put(
        meeting + "/attendance", "{\"meetingId\": \"shien-kaigi.2026-10-13\", \"answer\": \"出席\"}");
    paths.put(
        meeting + "/dates",
        """
        {"meetingId": "shien-kaigi.2026-10-13",
         "replies": [{"startsAt": "2030-10-15T10:00:00+09:00", "answer": "YES"}]}
        """);
    paths.put(
        ofCase + "/forms/plan",
        """
        {"writtenOn": "2026-09-03", "author": "山田",
         "goals": [{"person": 1, "term": "LONG", "about": "CARE", "goal": "歩く"}]}
        """);
    String papers = ofCase + "/meeting-requests/" + ITEM + "/papers";
    paths.put(papers, "{\"form\": \"プランシート\", \"recipients\": \"shakyo\"}");
    paths.put(papers + "/call-back", "{}");
    paths.put(ofCase + "/papers/1/open", "{}");
    paths.put(meeting + "/reports", "{\"meetingId\": \"shien-kaigi.2026-10-13\"}");
    paths.put(
        "/referrals",
        "{\"caseId\": \"" + caseId + "\", \"urgency\": \"通常\", \"receiver\": \"shakyo\"}");
    paths.put("/referrals?wait=0", "{\"caseId\": \"" + caseId + "\", \"urgency\": \"通常\"}");
    Stream.of("open", "accept", "ask", "inform", "first-contact", "withdraw", "remind", "reopen")
        .forEach(word -> paths.put(leg + "/" + word, "{}"));
    paths.put(leg + "/request-withdrawal", "{}");
    paths.put(leg + "/confirm-withdrawal", "{}");
    paths.put(
        leg + "/decline",
        "{\"reason\": \"OUT_OF_SCOPE\", \"note\": \"手帳がない\", \"noteNamesNoOne\": true}");
    paths.put(leg + "/send-back", "{\"reason\": \"INFORMATION_MISSING\"}");
    paths.put(leg + "/forward", "{\"receiver\": \"desk\"}");
    paths.put(leg + "/triage", "{\"receiver\": \"shakyo\", \"mode\": \"引継ぎ\"}");
    paths.put(leg + "/complete", "{\"outcome\": \"ANSWERED\"}");
    paths.put(leg + "/request-dossier", "{\"dossierId\": \"" + UUID.randomUUID() + "\"}");
    paths.put(
        leg + "/dossiers",
        "{\"recipient\": \"shakyo\", \"note\": \"再送\", \"noteNamesNoOne\": true}");
    return paths;
  }

  private static void give(String path, String body) {
    Reply reply =
        api.send(
            api.posting(HIGASHI, path, body)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "*")
                .build());
    assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(202);
  }

  private static ReferralId sent(CaseId caseId) {
    ReferralId referralId = Samples.referralId();
    api.network()
        .deliver(
            HIGASHI,
            caseId,
            Samples.sent(TestNetwork.header(caseId, 1, SHAKYO), referralId, SHAKYO, HIGASHI));
    await().atMost(SOON).until(() -> api.get(HIGASHI, "/referrals/" + referralId).status() == 200);
    return referralId;
  }

  private static Set<String> given(CaseId caseId) {
    Set<String> kinds = new TreeSet<>();
    api.get(HIGASHI, "/cases/" + caseId)
        .json()
        .path("commands")
        .forEach(command -> kinds.add(command.path("kind").path("code").asString()));
    return kinds;
  }

  private static Stream<String> kinds(Class<?> sealed) {
    return SealedRecords.of(sealed).stream().map(Class::getSimpleName);
  }
}
