package jp.tsunagu.runtime.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may be in the network; one person may be several of them. */
public enum PersonRole {
  /** 機関の担当者. */
  AGENCY_STAFF,
  /** 機関の責任者. */
  AGENCY_LEAD,
  /** 調整窓口. */
  DESK,
  /** 会議の事務局. */
  MEETING_SECRETARY,
  /** 課長・部長. */
  MANAGER,
  /** 保護担当. */
  PROTECTION_OFFICER,
  /** 運用担当. */
  ADMINISTRATOR;

  /** As a login tells it, e.g. {@code agency-staff}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of this word; none where there is no such role. */
  public static Optional<PersonRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
