package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import org.jspecify.annotations.Nullable;

/**
 * The sheet to sign at the door (出席簿); for a 支援会議 with a column for papers given back.
 *
 * @param rows agencies in the order they are printed
 */
public record AttendanceSheetPaper(
    Session session, Schedule schedule, Instant issuedAt, List<Row> rows) implements Paper {

  public AttendanceSheetPaper {
    rows = List.copyOf(rows);
  }

  @Override
  public String title() {
    return session.conference().label() + " 出席簿";
  }

  /**
   * An agency that was invited.
   *
   * @param agency its name
   * @param answer none if it has not answered
   */
  public record Row(String agency, @Nullable AttendanceAnswer answer) {}
}
