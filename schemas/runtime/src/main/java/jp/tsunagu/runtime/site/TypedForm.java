package jp.tsunagu.runtime.site;

import java.util.List;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in a form that a page shows.
 *
 * @param content what was typed, as {@link FormPost} read it; empty for a new one
 * @param problems what is wrong, at the fields
 * @param more the rows of which one more is wanted; empty for none
 * @param refusal why it was not taken, where that is not said at the fields alone
 */
public record TypedForm(
    ObjectNode content, List<FieldProblem> problems, String more, @Nullable Problem refusal) {

  /** Keeps an unmodifiable copy. */
  public TypedForm {
    problems = List.copyOf(problems);
  }

  /** Nothing is typed yet. */
  public static TypedForm empty() {
    return begun(JsonNodeFactory.instance.objectNode());
  }

  /** A new one in which something is filled in already. */
  public static TypedForm begun(ObjectNode content) {
    return new TypedForm(content, List.of(), "", null);
  }

  static TypedForm wanting(ObjectNode content, String more) {
    return new TypedForm(content, List.of(), more, null);
  }

  /** It was not taken; beside fields that say what is wrong with them nothing more is said. */
  static TypedForm refused(ObjectNode content, Problem problem) {
    boolean ofFields = problem.code().equals(CommonProblem.FORM_INVALID.code());
    return new TypedForm(content, problem.errors(), "", ofFields ? null : problem);
  }

  @Override
  public String toString() {
    return "TypedForm[***, " + problems.size() + " problems]";
  }
}
