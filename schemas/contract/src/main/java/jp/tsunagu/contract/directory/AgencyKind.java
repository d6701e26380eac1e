package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.code.Code;

/** The kind of an agency; its name differs by city and is data. */
public enum AgencyKind implements Code {
  /** 地域包括支援センター. */
  COMMUNITY_SUPPORT("包括"),
  DISABILITY_CONSULTATION("障害相談"),
  CHILD_AND_FAMILY("子ども家庭センター"),
  /** 自立相談支援機関. */
  POVERTY_COUNTER("困窮窓口"),
  /** 社会福祉協議会, CSW. */
  SOCIAL_WELFARE_COUNCIL("社協"),
  /** 相談支援包括化推進員, 多機関協働事業者. */
  COORDINATION_DESK("調整窓口"),
  /** Any department of the city. */
  DEPARTMENT("庁内部署"),
  /** 保健所, 学校, 民生委員, 医療機関 … */
  OTHER("その他の支援機関");

  private final String label;

  AgencyKind(String label) {
    this.label = label;
  }

  /** Whether it is a part of the city (市町村), which alone holds 支援会議 (社会福祉法106条の6). */
  public boolean isMunicipal() {
    return switch (this) {
      case COORDINATION_DESK, DEPARTMENT -> true;
      case COMMUNITY_SUPPORT,
          DISABILITY_CONSULTATION,
          CHILD_AND_FAMILY,
          POVERTY_COUNTER,
          SOCIAL_WELFARE_COUNCIL,
          OTHER ->
          false;
    };
  }

  @Override
  public String label() {
    return label;
  }
}
