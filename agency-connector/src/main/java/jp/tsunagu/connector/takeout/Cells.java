package jp.tsunagu.connector.takeout;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.CaseNumber;
import org.jspecify.annotations.Nullable;

/** How a cell of a table says what may be missing, and when something was. */
final class Cells {

  private Cells() {}

  /** Empty where there is none. */
  static String of(@Nullable Object some) {
    return some == null ? "" : some.toString();
  }

  /** 案件番号; empty where a case has none yet. */
  static String number(Optional<CaseNumber> number) {
    return number.map(CaseNumber::value).orElse("");
  }

  /** In Asia/Tokyo. */
  static String at(Instant moment) {
    return TokyoTime.written(moment);
  }
}
