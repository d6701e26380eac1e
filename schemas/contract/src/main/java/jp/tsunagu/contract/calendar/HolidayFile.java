package jp.tsunagu.contract.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What reading a holiday file gave. The file has the shape of the Cabinet Office's {@code
 * syukujitsu.csv} (内閣府 国民の祝日について): a header line, then {@code 2026/1/1,元日} per day, in windows-31j
 * or in UTF-8 with or without BOM. Every year it contains must be complete, because it replaces the
 * calculated year.
 */
public sealed interface HolidayFile {

  /**
   * Reads the bytes of a holiday file. Never throws: whatever is wrong is in {@link Unusable},
   * every line at once.
   */
  static HolidayFile read(byte[] content) {
    return HolidayFileReader.read(content);
  }

  /**
   * A file without fault.
   *
   * @param years the holidays of each year contained, in order
   */
  record Usable(Map<Year, SortedMap<LocalDate, String>> years) implements HolidayFile {

    /** Keeps an unmodifiable copy. */
    public Usable {
      TreeMap<Year, SortedMap<LocalDate, String>> copy = new TreeMap<>();
      years.forEach(
          (year, days) -> copy.put(year, Collections.unmodifiableSortedMap(new TreeMap<>(days))));
      years = Collections.unmodifiableSortedMap(copy);
    }
  }

  /**
   * A file that must not be used at all.
   *
   * @param faults what is wrong, in the order of the file, at least one
   */
  record Unusable(List<Fault> faults) implements HolidayFile {

    /** Keeps an unmodifiable copy. */
    public Unusable {
      faults = List.copyOf(faults);
    }
  }

  /**
   * One thing wrong with the file, in Japanese, for the person who wrote it.
   *
   * @param line line number, counted from 1
   * @param problem what is wrong
   * @param fix what to write instead
   */
  record Fault(int line, String problem, String fix) {

    /** One sentence for a start-up message, such as 「3行目: … 。→ …」. */
    public String message() {
      return line + "行目: " + problem + " → " + fix;
    }
  }
}
