package jp.tsunagu.contract.form;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.wording.Coded;

/** Collects everything that is wrong in one form; not for use by several threads. */
public final class Problems {

  /** A form this wrong needs another program, not a longer list. */
  private static final int MOST = 200;

  private final List<FieldProblem> found = new ArrayList<>();

  /** Notes a problem; beyond 200 of them no more are kept. */
  public void add(String field, String problem, String fix) {
    add(field, problem, fix, List.of());
  }

  /** The same of a field with these choices. */
  public void add(String field, String problem, String fix, List<Coded> choices) {
    if (found.size() < MOST) {
      found.add(new FieldProblem(field, problem, fix, choices));
    }
  }

  /** Whether the form is usable. */
  public boolean none() {
    return found.isEmpty();
  }

  /** What was found, in the order of the form. */
  public List<FieldProblem> list() {
    return List.copyOf(found);
  }
}
