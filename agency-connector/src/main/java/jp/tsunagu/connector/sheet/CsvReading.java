package jp.tsunagu.connector.sheet;

import java.util.List;
import jp.tsunagu.runtime.form.CsvProblem;

/** What reading a file gave: all of its sheets, or everything that has to be corrected. */
public sealed interface CsvReading {

  /** Every sheet of the file can be sent as it is. */
  record Usable(List<NumberedSheet> sheets) implements CsvReading {
    public Usable {
      sheets = List.copyOf(sheets);
    }
  }

  /** The file as a whole is refused; nothing of it is used. */
  record Unusable(List<CsvProblem> problems) implements CsvReading {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /** A sheet with the number it has in the file. */
  record NumberedSheet(String number, TsunaguSheet sheet) {}
}
