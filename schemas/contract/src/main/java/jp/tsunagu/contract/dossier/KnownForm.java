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
  OUTREACH_EVALUATION("アウトリーチ評価シート", Whose.ANYONES),
  /** 申出: how a meeting shall be run, what is to be settled before, and the draft of a plan. */
  MEETING_APPLICATION("会議の申出書", Whose.WHO_ASKED),
  /** What the desk says to a 申出. */
  MEETING_ADVICE("申出の受付・助言", Whose.THE_DESKS),
  /** 報告書 of what a meeting said about an item. */
  MEETING_REPORT("会議の報告書", Whose.WHO_ASKED),
  /** 会議録 of what a meeting said about an item. */
  MEETING_MINUTES("会議録", Whose.THE_ORGANISERS);

  private enum Whose {
    THE_COORDINATORS,
    ANYONES,
    WHO_ASKED,
    THE_DESKS,
    THE_ORGANISERS
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

  /** Whether it is about one item that the case brought to a meeting. */
  public boolean isOfAMeeting() {
    return switch (whose) {
      case THE_COORDINATORS, ANYONES -> false;
      case WHO_ASKED, THE_DESKS, THE_ORGANISERS -> true;
    };
  }

  /** Whether it is filled in by the desk alone. */
  public boolean isTheDesks() {
    return whose == Whose.THE_DESKS;
  }

  /** Whether who organises the meeting fills it in, besides those who asked for it. */
  public boolean isTheOrganisers() {
    return whose == Whose.THE_ORGANISERS;
  }

  /** Whether it tells of a meeting that took place. */
  public boolean isOfAHeldMeeting() {
    return this == MEETING_REPORT || this == MEETING_MINUTES;
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
