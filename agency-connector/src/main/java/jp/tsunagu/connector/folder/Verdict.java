package jp.tsunagu.connector.folder;

import java.util.List;

/** What became of the content of a file. */
sealed interface Verdict {

  /**
   * It is stored durably, now or before.
   *
   * @param stored what was noted of it then; the receipt says besides what became of it
   */
  record Taken(byte[] stored) implements Verdict {
    @Override
    public String toString() {
      return "Taken";
    }
  }

  /** It has to be corrected; nothing of it was stored. */
  record Rejected(List<FileReport.Line> errors) implements Verdict {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }

  /** It cannot be judged now; it stays where it is. */
  record NotNow() implements Verdict {}
}
