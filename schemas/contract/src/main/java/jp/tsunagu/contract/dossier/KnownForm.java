package jp.tsunagu.contract.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.tsunagu.contract.code.Code;

/**
 * The forms (様式) that the network knows by name. The plan of 狛江市 (令和4–5年度, 図19 and 図21) names them;
 * what stands on them is declared elsewhere, and a city may have others: they travel as their ids
 * and are told by these.
 */
public enum KnownForm implements Code {
  /** 利用申込書①. */
  COMPREHENSIVE_APPLICATION("利用申込書①(包括的相談支援)", Whose.ANYONES),
  /** 利用申込書②. */
  COORDINATION_APPLICATION("利用申込書②(多機関協働)", Whose.ANYONES),
  /** 利用申込書③. */
  PARTICIPATION_APPLICATION("利用申込書③(参加支援)", Whose.ANYONES),
  /** 利用申込書④. */
  OUTREACH_APPLICATION("利用申込書④(アウトリーチ)", Whose.ANYONES),
  /** What the coordinator asks the agencies, and what they answer. */
  GATHERING("情報収集", Whose.ANYONES),
  ASSESSMENT("インテーク・アセスメントシート", Whose.THE_COORDINATORS),
  PLAN("プランシート", Whose.THE_COORDINATORS),
  MONITORING("モニタリング記録", Whose.ANYONES),
  EVALUATION("評価シート", Whose.THE_COORDINATORS),
  PARTICIPATION_PLAN("参加支援プランシート", Whose.ANYONES),
  /** The place that takes somebody in is assessed as well (図15). */
  PLACE_ASSESSMENT("受け入れ先のアセスメントシート", Whose.ANYONES),
  PARTICIPATION_EVALUATION("参加支援評価シート", Whose.ANYONES),
  OUTREACH_PLAN("アウトリーチプランシート", Whose.ANYONES),
  OUTREACH_EVALUATION("アウトリーチ評価シート", Whose.ANYONES);

  private enum Whose {
    THE_COORDINATORS,
    ANYONES
  }

  private final String label;
  private final Whose whose;

  KnownForm(String label, Whose whose) {
    this.label = label;
    this.whose = whose;
  }

  /** The form with this id. */
  public static Optional<KnownForm> of(FormRef form) {
    return Arrays.stream(values()).filter(known -> known.is(form)).findFirst();
  }

  /** Its id: lower case with hyphens; it never changes. */
  public String formId() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this sheet is one of this form, in whatever version. */
  public boolean is(FormRef form) {
    return form.formId().equals(formId());
  }

  /** Whether it is filled in by who coordinates, while somebody does. */
  public boolean isTheCoordinators() {
    return whose == Whose.THE_COORDINATORS;
  }

  /** Whether everybody who supports the household is told that it stands. */
  public boolean isToldToSupporters() {
    return this == PLAN || this == EVALUATION;
  }

  @Override
  public String label() {
    return label;
  }
}
