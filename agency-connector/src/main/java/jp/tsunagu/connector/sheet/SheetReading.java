package jp.tsunagu.connector.sheet;

import java.util.List;
import jp.tsunagu.contract.form.FieldProblem;

/** What reading a sheet gave. */
public sealed interface SheetReading {

  /** A sheet that can be sent as it is. */
  record Usable(TsunaguSheet sheet) implements SheetReading {}

  /** Everything that has to be corrected; nothing of it is used. */
  record Unusable(List<FieldProblem> problems) implements SheetReading {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }
}
