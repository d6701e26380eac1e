package jp.tsunagu.scheduler.body;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the desk decided about closed days ({@code ASK_THE_DESK}); meetings and closings apart,
 * because both rules can give the same closed day.
 *
 * @param meetings rule day → day of the meeting
 * @param closings rule day of the closing → day of the closing
 */
public record DeskDecisions(
    Map<LocalDate, LocalDate> meetings, Map<LocalDate, LocalDate> closings) {

  /** Keeps unmodifiable copies. */
  public DeskDecisions {
    meetings = Map.copyOf(meetings);
    closings = Map.copyOf(closings);
  }

  /** Nothing decided yet. */
  public static DeskDecisions none() {
    return new DeskDecisions(Map.of(), Map.of());
  }
}
