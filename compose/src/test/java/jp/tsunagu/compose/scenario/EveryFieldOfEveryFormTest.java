package jp.tsunagu.compose.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.caseform.CityForms;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.gateway.network.NetworkFile;
import jp.tsunagu.runtime.form.FormExample;
import jp.tsunagu.runtime.form.JsonForm;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every text of every form of a case, the city's own among them, is a word of its own: its receiver
 * reads all of them, and none is found on its way.
 */
@Tag("slow")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EveryFieldOfEveryFormTest {

  private static final String CITY = "edogawa";
  private static final String WRITER = "hokatsu-higashi";
  private static final String READER = "desk";
  private static final String ALL_KINDS =
      "[\"IDENTITY\", \"CONTACT\", \"HOUSEHOLD\", \"HEALTH\", \"DISABILITY\", \"CARE\", \"CHILD_REARING\","
          + " \"WORK_AND_INCOME\", \"DEBT\", \"HOUSING\", \"VIOLENCE\", \"RIGHTS\", \"CONSULTATION\"]";

  @TempDir private Path folder;
  private final Map<String, List<String>> canaries = new LinkedHashMap<>();

  @Test
  void no_text_of_any_form_is_found_in_broker_state_log_metric_or_address() throws Exception {
    NetworkDirectory directory = directory();
    try (ScenarioCity city = ScenarioCity.opened(CITY, "2026-10-01T10:00")) {
      String caseId = household(city);
      for (CaseForm form : CityForms.all(directory)) {
        ObjectNode typed = filled(form, directory);
        String path = "/cases/" + caseId + "/forms/" + form.id();
        city.does(WRITER, path, typed.toString());
        assertThat(city.asks(WRITER, path + "/1").body().toString())
            .as(form.id())
            .contains(told(form.id()));
      }
      assertThat(canaries).containsKey("integrated-support-plan");
      List<String> all = canaries.values().stream().flatMap(List::stream).toList();
      assertThat(all).hasSizeGreaterThan(60).doesNotHaveDuplicates();
      city.sees(
          READER, "/cases/" + caseId, body -> all.stream().allMatch(body.toString()::contains));

      assertThat(city.whereFound(all)).isEmpty();
      assertThat(city.metrics()).noneMatch(line -> all.stream().anyMatch(line::contains));
      assertThat(city.timeline(READER, caseId, events -> !events.isEmpty()).toString())
          .doesNotContain(all);
    }
  }

  private String[] told(String form) {
    return canaries.getOrDefault(form, List.of()).toArray(String[]::new);
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

  /** Every field of it, each text a word that stands nowhere else. */
  private ObjectNode filled(CaseForm form, NetworkDirectory directory) {
    ObjectNode typed = JsonForm.MAPPER.valueToTree(FormExample.of(form.asked()).json());
    fill(form.id(), form.asked(), typed, directory);
    typed.withArray(CaseForm.READERS.name()).removeAll().add(READER);
    ObjectNode ground = (ObjectNode) typed.withArray(CaseForm.GROUNDS.name()).get(0);
    ground.put("basis", "CONSENT").remove("statute");
    return typed;
  }

  private void fill(String id, Form form, ObjectNode typed, NetworkDirectory directory) {
    for (FormField<?> field : form.fields()) {
      switch (field.kind()) {
        case Kind.Text _ -> typed.put(field.name(), canary(id));
        case Kind.Day _ -> typed.put(field.name(), "2026-10-01");
        case Kind.OneAgency _ -> typed.put(field.name(), READER);
        case Kind.SomeAgencies _ -> typed.putArray(field.name()).add(READER);
        case Kind.Rows(Form row, int _) -> {
          ArrayNode rows = typed.withArray(field.name());
          fill(id, row, (ObjectNode) rows.get(0), directory);
        }
        case Kind.Group(Form group, boolean _) ->
            fill(id, group, (ObjectNode) typed.path(field.name()), directory);
        default -> {}
      }
    }
  }

  private String canary(String form) {
    List<String> known = canaries.computeIfAbsent(form, _ -> new ArrayList<>());
    String word = "髙麗鶯" + Integer.toHexString(form.hashCode() & 0xfffff) + "の" + known.size() + "声";
    known.add(word);
    return word;
  }
}
