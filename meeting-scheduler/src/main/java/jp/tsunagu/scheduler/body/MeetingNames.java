package jp.tsunagu.scheduler.body;

import java.time.LocalDate;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;

/** Names of meetings: a regular one by the day of its rule, others by their day and a number. */
public final class MeetingNames {

  private static final int DATE_LENGTH = 10;

  private MeetingNames() {}

  /** A regular meeting (定例); it keeps this name when it is moved. */
  public static MeetingId regular(BodyId body, LocalDate ruleDay) {
    return new MeetingId(body + "." + ruleDay);
  }

  /**
   * A meeting beside the rule: 臨時, per case, 緊急.
   *
   * @param number from 1, counted per body and day
   */
  public static MeetingId extra(BodyId body, LocalDate day, int number) {
    return new MeetingId(body + "." + day + "." + number);
  }

  /** The day in the name: of a regular meeting the rule's day. */
  public static LocalDate dayOf(MeetingId meeting) {
    String text = meeting.value();
    int begin = text.indexOf('.') + 1;
    return LocalDate.parse(text.substring(begin, begin + DATE_LENGTH));
  }
}
