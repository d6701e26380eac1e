package jp.tsunagu.contract.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * The one shape of every refusal: which members it has, in which order, and that none is empty. A
 * refusal of the network tells of its command besides.
 */
public final class ProblemShape {

  private static final String[] MEMBERS = {
    "type", "title", "status", "detail", "code", "fix", "errors"
  };
  private static final String[] ERROR_MEMBERS = {"field", "problem", "fix", "choices"};
  private static final String[] CHOICE_MEMBERS = {"code", "label"};
  private static final String REFUSED = "refused";

  private ProblemShape() {}

  /** Whether this whole answer is a problem of this status; its members. */
  public static Map<String, Object> ofAnswer(String answer, int status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("application/problem+json", "no-store");
    return ofBody(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1), status);
  }

  /** The same for the body alone. */
  public static Map<String, Object> ofBody(String json, int status) {
    Map<String, Object> members = new Yaml().load(json);
    assertThat(members.keySet())
        .filteredOn(name -> !name.equals(REFUSED))
        .as(json)
        .containsExactly(MEMBERS);
    assertThat(members).containsEntry("status", status);
    String code = String.valueOf(members.get("code"));
    assertThat(code).matches("[A-Z][A-Z_]+");
    assertThat(members)
        .containsEntry(
            "type", "urn:tsunagu:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    for (String words : List.of("title", "detail", "fix")) {
      assertThat(members.get(words)).as(words).asString().matches("(?s).*[ぁ-んァ-ヶ一-龠].*");
    }
    for (Map<?, ?> error : list(members.get("errors"))) {
      assertThat(names(error)).containsExactly(ERROR_MEMBERS);
      for (Map<?, ?> choice : list(error.get("choices"))) {
        assertThat(names(choice)).containsExactly(CHOICE_MEMBERS);
      }
    }
    return members;
  }

  private static List<Map<?, ?>> list(@Nullable Object value) {
    List<Map<?, ?>> all = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(value)) {
      all.add((Map<?, ?>) each);
    }
    return all;
  }

  private static List<String> names(Map<?, ?> members) {
    return members.keySet().stream().map(String::valueOf).toList();
  }
}
