package jp.tsunagu.contract.lifecycle;

import java.time.LocalDate;
import jp.tsunagu.contract.code.Code;

/**
 * How a protection measure stands on a day; past its last day it goes on until a person decides.
 */
public enum ProtectionStanding implements Code {
  IN_FORCE("保護中"),
  ENDS_SOON("期限まで1か月以内"),
  OVERDUE("期限が過ぎ、延長か解除の決定待ち");

  private final String label;

  ProtectionStanding(String label) {
    this.label = label;
  }

  /** On this day (Asia/Tokyo). */
  public static ProtectionStanding of(Protection protection, LocalDate today) {
    if (today.isAfter(protection.until())) {
      return OVERDUE;
    }
    return today.isBefore(protection.remindsFrom()) ? IN_FORCE : ENDS_SOON;
  }

  @Override
  public String label() {
    return label;
  }
}
