package jp.tsunagu.contract.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.SideKind;

/**
 * The numbers of 社会福祉法106条の4第2項, by which grants (交付金) are reported. Who carries out which differs
 * by city and is data.
 */
public enum Programme implements GrowingCode {
  COMPREHENSIVE_SUPPORT("第1号", ConsentPurpose.COMPREHENSIVE_SUPPORT.label()),
  PARTICIPATION("第2号", "参加支援"),
  COMMUNITY("第3号", "地域づくり"),
  OUTREACH("第4号", "アウトリーチ等"),
  COORDINATION("第5号", ConsentPurpose.COORDINATION.label()),
  PLAN("第6号", "支援プランの作成"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN("", NEW_LABEL);

  /** What agencies carry out; 第6号 is counted from the plans that meetings confirm. */
  public static final List<Programme> CARRIED_OUT =
      List.of(COMPREHENSIVE_SUPPORT, PARTICIPATION, COMMUNITY, OUTREACH, COORDINATION);

  private static final Set<AgencyKind> COMPREHENSIVE =
      Set.of(
          AgencyKind.COMMUNITY_SUPPORT,
          AgencyKind.DISABILITY_CONSULTATION,
          AgencyKind.CHILD_AND_FAMILY,
          AgencyKind.POVERTY_COUNTER);

  private final String number;
  private final String label;

  Programme(String number, String label) {
    this.number = number;
    this.label = label;
  }

  /**
   * What an agency carries out of which nothing is said: 第1号 the four kinds the law names, 第5号 who
   * can be 多機関協働事業者.
   */
  public static Set<Programme> usual(AgencyKind kind, boolean mayCoordinate) {
    EnumSet<Programme> usual = EnumSet.noneOf(Programme.class);
    if (COMPREHENSIVE.contains(kind)) {
      usual.add(COMPREHENSIVE_SUPPORT);
    }
    if (mayCoordinate) {
      usual.add(COORDINATION);
    }
    return usual;
  }

  /** Which one a support beside a case is of. */
  public static Programme of(SideKind kind) {
    return switch (kind) {
      case PARTICIPATION -> PARTICIPATION;
      case OUTREACH -> OUTREACH;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /** Such as 第1号. */
  public String number() {
    return number;
  }

  @Override
  public String label() {
    return label;
  }
}
