package jp.tsunagu.runtime.form;

import java.util.List;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;

/** What reading a form gave. */
public sealed interface FormReading {

  /** A form that can be used as it is: every required field stands in it. */
  record Usable(Filled filled) implements FormReading {}

  /** Everything that has to be corrected, in the order of the form; nothing of it is used. */
  record Unusable(List<FieldProblem> problems) implements FormReading {
    /** Keeps an unmodifiable copy. */
    public Unusable {
      problems = List.copyOf(problems);
    }
  }
}
