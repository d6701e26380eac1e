package jp.tsunagu.contract.wording;

import java.time.Instant;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;

/** What people call an item that a case brought to a meeting (議題): it has no name of its own. */
public final class ItemWords {

  private ItemWords() {}

  /**
   * Its kind, why it comes, and on which day it stands on an agenda, else when it was asked for.
   */
  public static String of(MeetingItem item) {
    MeetingPlace place = item.place();
    return place == null
        ? of(item.conference(), item.purpose(), item.request().requestedAt()) + "に相談"
        : of(item.conference(), item.purpose(), place.startsAt());
  }

  /** The same of one that is known from its notice alone. */
  public static String of(ConferenceKind conference, MeetingPurpose purpose, Instant on) {
    return conference.label() + " " + purpose.label() + " " + DateWords.day(TokyoTime.dateOf(on));
  }
}
