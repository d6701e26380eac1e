package jp.tsunagu.contract.directory;

import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord.Deadline;
import jp.tsunagu.contract.directory.DirectoryRecord.OfficeHours;

/** By when referrals are answered. */
public record AnsweringTimes(List<Deadline> deadlines, OfficeHours officeHours) {

  /** Keeps copies. */
  public AnsweringTimes {
    deadlines = List.copyOf(deadlines);
  }
}
