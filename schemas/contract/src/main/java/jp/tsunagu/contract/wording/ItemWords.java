package jp.tsunagu.contract.wording;

import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;

/** What people call an item that a case brought to a meeting (議題): it has no name of its own. */
public final class ItemWords {

  private ItemWords() {}

  /**
   * Its kind, why it comes, and on which day it stands on an agenda, else when it was asked for.
   */
  public static String of(MeetingItem item) {
    MeetingPlace place = item.place();
    String day =
        place == null
            ? DateWords.day(TokyoTime.dateOf(item.request().requestedAt())) + "に相談"
            : DateWords.day(TokyoTime.dateOf(place.startsAt()));
    return item.conference().label() + " " + item.purpose().label() + " " + day;
  }
}
