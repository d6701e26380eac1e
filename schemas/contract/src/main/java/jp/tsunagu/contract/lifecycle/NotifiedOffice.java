package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/**
 * Which kind of office took a 通告 or 通報 by telephone: 児童虐待防止法6条 (市区町村, 福祉事務所, 児童相談所), 高齢者虐待防止法7条・17条
 * (市町村, 地域包括支援センター), 障害者虐待防止法7条 (市町村, its center), else who helps first.
 */
public enum NotifiedOffice implements GrowingCode {
  MUNICIPALITY("市区町村"),
  CHILD_GUIDANCE_CENTER("児童相談所"),
  PREFECTURAL_WELFARE_OFFICE("都道府県の福祉事務所"),
  COMMUNITY_SUPPORT_CENTER("地域包括支援センター"),
  DISABILITY_ABUSE_CENTER("障害者虐待防止センター"),
  POLICE("警察"),
  FIRE_DEPARTMENT("消防・救急"),
  OTHER("その他"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  NotifiedOffice(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
