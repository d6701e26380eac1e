package jp.tsunagu.contract.form;

import java.util.List;
import jp.tsunagu.contract.wording.Coded;

/**
 * One thing that is wrong in a form. It may repeat what was typed, so it goes back to whoever typed
 * it and into no log.
 *
 * @param field path of the field, such as {@code persons[0].birthDate}; for CSV line and column
 * @param problem what is wrong, in Japanese
 * @param fix what to do about it, in Japanese
 * @param choices what could stand there instead; empty where it is no choice
 */
public record FieldProblem(String field, String problem, String fix, List<Coded> choices) {

  /** Keeps an unmodifiable copy. */
  public FieldProblem {
    choices = List.copyOf(choices);
  }

  /** One of a field that is no choice. */
  public FieldProblem(String field, String problem, String fix) {
    this(field, problem, fix, List.of());
  }
}
