package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jp.tsunagu.compose.client.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A city whose existing bodies double as 重層的支援会議 by field (狛江市), from its network.yaml alone. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ItemsRideOnExistingBodiesTest {
  private static final String ASKING = "jiritsu-soudan";
  private static final String INVITED = "shakyo";

  private ScenarioCity city;
  private String poverty;
  private String disability;

  @BeforeAll
  void two_plans_are_to_be_confirmed() throws Exception {
    city = ScenarioCity.opened("komae", "2027-01-12T09:00");
    poverty = planToConfirm("困窮");
    disability = planToConfirm("障害");
  }

  private String planToConfirm(String field) {
    var caseId =
        city.does(
                ASKING,
                "/consultations",
                """
                {"consultation": {"fields": ["%s"], "area": "nishi", "urgency": "通常",
                 "reception": "新規", "persons": 1}}
                """
                    .formatted(field))
            .text("caseId");
    city.does(
        ASKING,
        "/cases/" + caseId + "/consents",
        """
        {"person": 1, "purpose": "多機関協働", "scope": ["氏名・生年月日"], "recipients": ["shakyo"],
         "method": "書面", "givenOn": "2027-01-12"}
        """);
    city.does(
        ASKING,
        "/cases/" + caseId + "/meeting-requests",
        """
        {"conference": "重層的支援会議", "purpose": "プラン協議", "minutes": 30, "persons": [1],
         "involved": ["shakyo"]}
        """);
    return caseId;
  }

  @AfterAll
  void end() {
    city.close();
  }

  @Test
  void the_body_of_the_field_takes_the_plan_that_lies_within_its_remit() {
    city.at("2027-01-21T08:31");
    Reply notices =
        city.sees(INVITED, "/meetings?caseId=" + poverty, body -> !body.path("meetings").isEmpty());
    JsonNode notice = notices.body().path("meetings").path(0);
    assertThat(notice.path("meetingId").asString("")).isEqualTo("shien-chosei.2027-01-28");
    assertThat(notice.path("begins").asString("")).isEqualTo("14:00");
  }

  @Test
  void a_meeting_of_its_own_is_proposed_where_the_body_may_not_confirm_plans() {
    var proposals =
        city.schedules("desk", "/api/proposals", body -> body.toString().contains(disability));
    assertThat(proposals.body().toString()).contains("OUTSIDE_REMIT").doesNotContain(poverty);
  }
}
