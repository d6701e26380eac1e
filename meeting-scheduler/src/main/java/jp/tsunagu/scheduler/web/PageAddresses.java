package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;

/** Where the pages about meetings stand, and how they call things. */
final class PageAddresses {

  static final String ROOT = "/meetings";
  static final String CALENDAR = ROOT + "/";
  static final String CALL = ROOT + "/call";
  static final String POST = ROOT + "/post";
  static final String LEDGER = ROOT + "/ledger";
  static final String MEETING = ROOT + "/{id}";
  static final String NOTICE = ROOT + "/notices/{notice}";

  private static final String BETWEEN = "~";

  private PageAddresses() {}

  static String of(MeetingId meeting) {
    return ROOT + "/" + meeting;
  }

  static String call(BodyId body, ItemRef item) {
    return CALL + "?body=" + body + "&item=" + word(item);
  }

  /** An item as one word of a form or an address. */
  static String word(ItemRef item) {
    return item.caseId() + BETWEEN + item.requestId();
  }

  /**
   * The two ids of such a word, as they stand there.
   *
   * @return an empty second one where there is none: the form says what is wrong with it
   */
  static String[] ids(String word) {
    int between = word.indexOf(BETWEEN);
    return between < 0
        ? new String[] {word, ""}
        : new String[] {word.substring(0, between), word.substring(between + 1)};
  }

  /** The item of these ids; null where they are none. */
  static @Nullable ItemRef item(String caseId, String requestId) {
    try {
      return new ItemRef(
          new CaseId(UUID.fromString(caseId)), new MeetingRequestId(UUID.fromString(requestId)));
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /** What people call a case. */
  static String called(@Nullable String number) {
    return number == null ? "番号のない案件" : number;
  }

  static String day(LocalDate day, Instant now) {
    return DateWords.dayNear(day, TokyoTime.dateOf(now));
  }

  static String dayOf(Instant moment, Instant now) {
    return DateWords.dayNear(TokyoTime.dateOf(moment), TokyoTime.dateOf(now));
  }

  /** A key under which a page is sent once. */
  static String freshKey() {
    return PagePost.freshKey();
  }
}
