package jp.tsunagu.runtime.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.PersonRef;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DialectTest {

  private final JsonMapper json =
      JsonMapper.builder().addModule(Dialect.module(id -> "機関 " + id.value())).build();

  record Told(Object value) {}

  @Test
  void a_code_is_told_with_its_label_also_in_a_list() {
    AgencyKind kind = AgencyKind.values()[0];
    String expected = "{\"code\":\"" + kind.name() + "\",\"label\":\"" + kind.label() + "\"}";
    assertThat(told(kind)).isEqualTo(expected);
    assertThat(told(List.of(kind))).isEqualTo("[" + expected + "]");
  }

  @Test
  void a_moment_is_told_as_the_clocks_in_tokyo_show_it() {
    assertThat(told(Instant.parse("2026-11-21T01:30:00Z")))
        .isEqualTo("\"2026-11-21T10:30:00+09:00\"");
    assertThat(told(Instant.parse("2026-12-31T15:00:00.25Z")))
        .isEqualTo("\"2027-01-01T00:00:00.25+09:00\"");
  }

  @Test
  void an_agency_is_told_with_its_name_other_ids_as_text_and_persons_as_numbers() {
    assertThat(told(new AgencyId("shakyo")))
        .isEqualTo("{\"id\":\"shakyo\",\"name\":\"機関 shakyo\"}");
    assertThat(told(CaseId.of("0199f000-0000-7000-8000-000000000000")))
        .isEqualTo("\"0199f000-0000-7000-8000-000000000000\"");
    assertThat(told(new PersonRef(2))).isEqualTo("2");
  }

  @Test
  void as_the_name_of_a_member_a_code_is_itself() {
    assertThat(told(Map.of(AgencyKind.values()[0], 1)))
        .isEqualTo("{\"" + AgencyKind.values()[0].name() + "\":1}");
  }

  private String told(Object value) {
    String written = json.writeValueAsString(new Told(value));
    return written.substring("{\"value\":".length(), written.length() - 1);
  }
}
