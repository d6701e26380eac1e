package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.growth.GrowingCode;

/** Why this agency carries a support out: 参加支援 by 表4, アウトリーチ by 表3 of 狛江市. */
public enum SideReason implements GrowingCode {
  NO_PROGRAMME_FITS("合う制度がない", SideKind.PARTICIPATION, true),
  NO_FIELD_REACHES("課題が複合し、一つの分野では近づけない", SideKind.OUTREACH, true),
  NOBODY_KNOWS("本人を知る機関がなく、どの分野かも分からない", SideKind.OUTREACH, true),
  NEED_IS_KNOWN("本人の状況から必要な支援がおおよそ分かる", SideKind.OUTREACH, false),
  KNOWN_BEFORE("以前から関わりがあり、信頼関係を築きやすい", SideKind.OUTREACH, false),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL, SideKind.UNKNOWN, false);

  private final String label;
  private final SideKind kind;
  private final boolean projects;

  SideReason(String label, SideKind kind, boolean projects) {
    this.label = label;
    this.kind = kind;
    this.projects = projects;
  }

  /** Whether it is a reason for a support of this kind. */
  public boolean fits(SideKind other) {
    return kind == other;
  }

  /** Whether it speaks for who carries out the programme (この事業), not for an existing agency. */
  public boolean isTheProgrammes() {
    return projects;
  }

  @Override
  public String label() {
    return label;
  }
}
