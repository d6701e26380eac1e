package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Choice;

/** お困りごと as the つなぐシート lists them (public form of 岡山市, 2019). */
public enum Trouble {
  ILLNESS("病気・医療", DetailKind.HEALTH),
  MENTAL_HEALTH("こころの問題", DetailKind.HEALTH),
  CARE("介護", DetailKind.CARE),
  DISABILITY("障害", DetailKind.DISABILITY),
  CHILD_REARING("子育て", DetailKind.CHILD_REARING),
  INCOME_AND_WORK("収入・仕事", DetailKind.WORK_AND_INCOME),
  DEBT("支出・滞納・借金", DetailKind.DEBT),
  HOUSING("住まい", DetailKind.HOUSING),
  VIOLENCE("DV・虐待", DetailKind.VIOLENCE),
  RIGHTS("権利擁護", DetailKind.RIGHTS),
  HEALTH("健康", DetailKind.HEALTH),
  OTHER("その他", DetailKind.CONSULTATION);

  static final Choice<Trouble> CHOICE = Choice.of(values(), Trouble::label);

  private final String label;
  private final DetailKind detail;

  Trouble(String label, DetailKind detail) {
    this.label = label;
    this.detail = detail;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** What ticking it tells of the person. */
  public DetailKind detail() {
    return detail;
  }
}
