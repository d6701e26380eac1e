package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.growth.GrowingCode;

/** How a city runs its meetings. */
public enum MeetingModel implements GrowingCode {
  /** Regular days of the month (国分寺市). */
  FIXED_CALENDAR("固定暦"),
  /** A meeting is called for each case, with a report of each (江戸川区). */
  PER_CASE("事案ごと"),
  /** Items ride on an existing body of their field (狛江市). */
  RIDING("既存会議"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  MeetingModel(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
