package jp.tsunagu.runtime.caller;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagu.contract.directory.AgencyKind;

/** What a person may be in the network; one person may be several of them. */
public enum PersonRole {
  /** 機関の担当者. */
  AGENCY_STAFF("機関の担当者"),
  /** 機関の責任者. */
  AGENCY_LEAD("機関の責任者"),
  /** 調整窓口. */
  DESK(AgencyKind.COORDINATION_DESK.label()),
  /** 会議の事務局. */
  MEETING_SECRETARY("会議の事務局"),
  /** 課長・部長. */
  MANAGER("課長・部長"),
  /** 保護担当. */
  PROTECTION_OFFICER("保護担当"),
  /** 運用担当. */
  ADMINISTRATOR("運用担当");

  private final String label;

  PersonRole(String label) {
    this.label = label;
  }

  /** As people call it. */
  public String label() {
    return label;
  }

  /** As a login tells it, e.g. {@code agency-staff}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of this word; none where there is no such role. */
  public static Optional<PersonRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
