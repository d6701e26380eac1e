package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.gateway.network.NetworkFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every text of every form of a case, the city's own among them, is a word of its own: its receiver
 * reads all of them, and none is found on its way. Those of a meeting: {@link
 * PapersOfAMeetingTest}.
 */
@Tag("slow")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryFieldOfEveryFormTest {

  private static final String CITY = "edogawa";
  private static final String WRITER = "hokatsu-higashi";
  private static final String READER = "desk";
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final String ALL_KINDS =
      "[\"IDENTITY\", \"CONTACT\", \"HOUSEHOLD\", \"HEALTH\", \"DISABILITY\", \"CARE\", \"CHILD_REARING\","
          + " \"WORK_AND_INCOME\", \"DEBT\", \"HOUSING\", \"VIOLENCE\", \"RIGHTS\", \"CONSULTATION\"]";

  @TempDir private Path folder;
  private final FormCanaries canaries = new FormCanaries();

  @Test
  void no_text_of_any_form_is_found_in_broker_state_log_metric_or_address() throws Exception {
    NetworkDirectory directory = directory();
    try (ScenarioCity city = ScenarioCity.opened(CITY, "2026-10-01T10:00")) {
      String caseId = household(city);
      for (CaseForm form : CityForms.all(directory)) {
        if (form.isOfAMeeting()) {
          continue;
        }
        ObjectNode typed = canaries.filled(form, READER, BasisKind.CONSENT, DAY);
        String path = "/cases/" + caseId + "/forms/" + form.id();
        city.does(WRITER, path, typed.toString());
        assertThat(city.asks(WRITER, path + "/1").body().toString())
            .as(form.id())
            .contains(canaries.of(form.id()));
      }
      assertThat(canaries.of("integrated-support-plan")).isNotEmpty();
      List<String> all = canaries.all();
      assertThat(all).hasSizeGreaterThan(60).doesNotHaveDuplicates();
      city.sees(
          READER, "/cases/" + caseId, body -> all.stream().allMatch(body.toString()::contains));

      assertThat(city.whereFound(all)).isEmpty();
      assertThat(city.metrics()).noneMatch(line -> all.stream().anyMatch(line::contains));
      assertThat(city.timeline(READER, caseId, events -> !events.isEmpty()).toString())
          .doesNotContain(all);
    }
  }

  private NetworkDirectory directory() {
    Path file = folder.resolve("network.yaml");
    SampleCity.writeUnlessThere(CITY, file);
    return NetworkDirectory.EMPTY.with(
        ((NetworkFile.Usable) NetworkFile.read(file)).configuration().records());
  }

  private static String household(ScenarioCity city) {
    String caseId =
        city.does(
                WRITER,
                "/consultations",
                """
                {"consultation": {"fields": ["高齢・介護"], "area": "higashi", "urgency": "通常",
                 "reception": "新規", "persons": 1, "introducedBy": "NEIGHBOUR"}}
                """)
            .text("caseId");
    city.does(
        WRITER,
        "/cases/" + caseId + "/consents",
        """
        {"person": 1, "purpose": "COMPREHENSIVE_SUPPORT", "scope": %s, "recipients": ["%s"],
         "method": "WRITTEN", "givenOn": "2026-10-01"}
        """
            .formatted(ALL_KINDS, READER));
    city.sees(WRITER, "/cases/" + caseId, body -> body.toString().contains("\"consents\":[{"));
    return caseId;
  }
}
