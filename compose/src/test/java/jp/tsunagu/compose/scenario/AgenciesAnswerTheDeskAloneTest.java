package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.tsunagu.compose.client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Scenario 5, step 9 (情報収集) over HTTP: the desk asks four agencies, one answers, one cannot, one
 * answers late and one not at all.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgenciesAnswerTheDeskAloneTest {
  private static final String DESK = "desk";

  /** It supports the household; the others are asked and nothing else. */
  private static final String COUNTER = "jiritsu-soudan";

  private static final String ANSWERS = "shogai-kikan";
  private static final String CANNOT = "shakyo";
  private static final String SILENT = "hokatsu-nishi";

  private static final String QUESTION = "三つ葉の杖についてご存じのこと";
  private static final String ANSWER = "知能検査を四つ葉で受けた";
  private static final String LATE_ANSWER = "五つ葉の家計簿を一緒に付けている";
  private static final List<String> SEALED = List.of(QUESTION, ANSWER, LATE_ANSWER);

  private ScenarioCity city;
  private String caseId;
  private List<JsonNode> askedOfSilent;
  private List<JsonNode> lateOfSilent;
  private List<JsonNode> lateOfDesk;
  private List<JsonNode> told;

  @BeforeAll
  void step_9() throws Exception {
    city = ScenarioCity.opened("komae", "2026-12-10T10:00");
    the_desk_coordinates_and_the_person_consents();
    the_desk_asks_four_agencies();
    one_answers_and_one_cannot();
    the_day_passes_and_one_answers_late();
    the_desk_takes_back_what_nobody_answered();
    told =
        city.timeline(DESK, caseId, events -> ScenarioCity.types(events).contains("InquiryEnded"));
  }

  @AfterAll
  void end() {
    city.close();
  }

  private void the_desk_coordinates_and_the_person_consents() {
    caseId = SupportedHousehold.received(city, 2);
    new SupportedHousehold(city, caseId, 0).isCoordinated();
    city.does(
        DESK,
        of("/consents"),
        """
        {"person": 1, "purpose": "多機関協働", "scope": ["氏名・生年月日", "相談の内容"],
         "recipients": ["desk", "jiritsu-soudan", "shogai-kikan", "shakyo", "hokatsu-nishi"],
         "method": "書面", "givenOn": "2026-12-10"}
        """);
  }

  private void the_desk_asks_four_agencies() {
    city.does(
        DESK,
        of("/inquiries"),
        """
        {"agencies": ["shogai-kikan", "shakyo", "hokatsu-nishi", "jiritsu-soudan"],
         "about": [1], "due": "2026-12-24", %s}
        """
            .formatted(saying(QUESTION)));
    askedOfSilent = tasks(SILENT, "ANSWER_INQUIRY", true);
  }

  private void one_answers_and_one_cannot() {
    answers(ANSWERS, saying(ANSWER));
    answers(CANNOT, "\"unable\": \"把握している情報がない\"");
  }

  private void the_day_passes_and_one_answers_late() {
    city.at("2026-12-25T08:31");
    lateOfDesk = tasks(DESK, "CHASE_INQUIRY", true);
    lateOfSilent = tasks(SILENT, "ANSWER_INQUIRY", true);
    answers(COUNTER, saying(LATE_ANSWER));
  }

  private void the_desk_takes_back_what_nobody_answered() {
    city.does(DESK, of("/inquiries/take-back"), "{}");
  }

  private void answers(String agency, String what) {
    city.sees(agency, of(""), body -> body.toString().contains(QUESTION));
    city.does(agency, of("/inquiries/answer"), "{" + what + "}");
    tasks(agency, "ANSWER_INQUIRY", false);
  }

  private static String saying(String text) {
    return "\"note\": \"%s\", \"noteAbout\": 1, \"noteBasis\": \"本人の同意\"".formatted(text);
  }

  /** What is to be done of this kind, as soon as something is or nothing is any more. */
  private List<JsonNode> tasks(String agency, String kind, boolean some) {
    Reply reply = city.sees(agency, "/tasks", body -> of(kind, body).isEmpty() != some);
    return of(kind, reply.body());
  }

  private static List<JsonNode> of(String kind, JsonNode body) {
    return StreamSupport.stream(body.path("tasks").spliterator(), false)
        .filter(task -> task.path("kind").path("code").asString("").equals(kind))
        .toList();
  }

  private String of(String path) {
    return "/cases/" + caseId + path;
  }

  @Test
  void each_who_is_asked_has_it_to_do_until_the_offices_close_on_its_day() {
    assertThat(askedOfSilent).hasSize(1);
    assertThat(askedOfSilent.getFirst().path("due").asString(""))
        .isEqualTo("2026-12-24T17:15:00+09:00");
    assertThat(lateOfSilent).as("it still has").hasSize(1);
  }

  @Test
  void who_asked_is_told_of_each_that_is_late_until_it_answers_or_need_not() {
    assertThat(lateOfDesk)
        .extracting(task -> task.path("recipient").path("id").asString(""))
        .contains(SILENT)
        .doesNotContain(ANSWERS, CANNOT);
    tasks(DESK, "CHASE_INQUIRY", false);
    tasks(SILENT, "ANSWER_INQUIRY", false);
  }

  @Test
  void the_answers_reach_the_desk_and_its_timeline_tells_who_answered_what_became_of_the_rest() {
    city.sees(
        DESK,
        of(""),
        body -> body.toString().contains(ANSWER) && body.toString().contains(LATE_ANSWER));
    assertThat(ScenarioCity.types(told))
        .filteredOn(type -> type.startsWith("Inquiry"))
        .containsSubsequence(
            "InquirySent",
            "InquirySent",
            "InquirySent",
            "InquirySent",
            "InquiryAnswered",
            "InquiryAnswered",
            "InquiryOverdue",
            "InquiryAnswered",
            "InquiryEnded");
    assertThat(told.toString()).contains("把握している情報がない", "取下げ");
  }

  @Test
  void no_other_who_is_asked_sees_an_answer_or_that_it_was_given() {
    for (String agency : List.of(COUNTER, CANNOT, SILENT)) {
      assertThat(city.asks(agency, of("")).body().toString())
          .as(agency)
          .contains(QUESTION)
          .doesNotContain(ANSWER);
      assertThat(inquiriesToldTo(agency))
          .as("%s is told of its own", agency)
          .allSatisfy(event -> assertThat(event.at("/agency/id").asString("")).isEqualTo(agency));
    }
    assertThat(city.asks(ANSWERS, of("")).body().toString()).doesNotContain(LATE_ANSWER);
    assertThat(
            city.timeline(COUNTER, caseId, events -> true).stream()
                .map(JsonNode::toString)
                .filter(event -> event.contains("Inquiry")))
        .isNotEmpty()
        .noneMatch(event -> event.contains(ANSWERS) || event.contains("把握している情報がない"));
  }

  private List<JsonNode> inquiriesToldTo(String agency) {
    List<JsonNode> events =
        StreamSupport.stream(city.asks(agency, "/inbox").body().path("items").spliterator(), false)
            .filter(item -> item.path("type").path("code").asString("").startsWith("Inquiry"))
            .map(item -> item.path("data"))
            .toList();
    assertThat(events).as(agency).isNotEmpty();
    return events;
  }

  @Test
  void afterwards_whoever_was_only_asked_finds_no_case_as_a_stranger_finds_none() {
    for (String agency : List.of(ANSWERS, CANNOT, SILENT, "kodomo-katei")) {
      assertThat(city.gateway(agency).get("/api" + of("")).status()).as(agency).isEqualTo(404);
    }
    assertThat(city.gateway(COUNTER).get("/api" + of("")).status()).isEqualTo(200);
  }

  @Test
  void what_was_asked_and_answered_stands_nowhere_on_the_way()
      throws IOException, InterruptedException {
    assertThat(city.whereFound(SEALED)).isEmpty();
    assertThat(city.metrics()).noneMatch(line -> SEALED.stream().anyMatch(line::contains));
  }
}
