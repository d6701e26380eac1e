package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.code.Code;

/**
 * What a part of a dossier, a consent or an exclusion is about; codes only, never content. May
 * grow: travels as text.
 */
public enum DetailKind implements Code {
  IDENTITY("氏名・生年月日"),
  CONTACT("住所・連絡先"),
  HOUSEHOLD("世帯構成"),
  HEALTH("病気・医療"),
  DISABILITY("障害"),
  CARE("介護"),
  CHILD_REARING("子育て"),
  WORK_AND_INCOME("収入・仕事"),
  DEBT("支出・滞納・借金"),
  HOUSING("住まい"),
  VIOLENCE("DV・虐待"),
  RIGHTS("権利擁護"),
  CONSULTATION("相談の内容");

  private final String label;

  DetailKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
