package jp.tsunagu.contract.form;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong in one form; not for use by several threads. */
public final class Problems {

  /** A form this wrong needs another program, not a longer list. */
  private static final int MOST = 200;

  private final List<FieldProblem> found = new ArrayList<>();

  /** Notes a problem; beyond 200 of them no more are kept. */
  public void add(String field, String problem, String fix) {
    if (found.size() < MOST) {
      found.add(new FieldProblem(field, problem, fix));
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
