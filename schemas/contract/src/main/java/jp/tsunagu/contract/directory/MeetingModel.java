package jp.tsunagu.contract.directory;

/** How a city runs its meetings. */
public enum MeetingModel {
  /** Regular days of the month (国分寺市). */
  FIXED_CALENDAR("固定暦"),
  /** A meeting is called for each case, with a report of each (江戸川区). */
  PER_CASE("事案ごと"),
  /** Items ride on an existing body of their field (狛江市). */
  RIDING("既存会議");

  private final String label;

  MeetingModel(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }
}
