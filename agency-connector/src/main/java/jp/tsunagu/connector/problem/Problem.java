package jp.tsunagu.connector.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem as it is answered (RFC 9457, {@code application/problem+json}).
 *
 * @param detail what happened and what to do, in Japanese; repeats nothing personal
 * @param errors the fields to correct, if it is about fields
 * @param more further members, such as {@code code} and {@code nextSteps} of a refusal
 */
public record Problem(
    ProblemKind kind, String detail, List<FieldProblem> errors, Map<String, Object> more) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
    more = Map.copyOf(more);
  }

  /** A problem that is about no field. */
  public static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  /** A form that cannot be used as it is. */
  public static Problem ofFields(List<FieldProblem> errors) {
    return new Problem(
        ProblemKind.FORM_INVALID,
        errors.size() + "か所を直して、もう一度送ってください。何も登録されていません。",
        errors,
        Map.of());
  }

  /** The members in the order of the standard. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", kind.type());
    members.put("title", kind.title());
    members.put("status", kind.status());
    members.put("detail", detail);
    if (!errors.isEmpty()) {
      members.put("errors", errors);
    }
    members.putAll(more);
    return members;
  }
}
