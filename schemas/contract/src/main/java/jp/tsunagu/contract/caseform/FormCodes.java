package jp.tsunagu.contract.caseform;

import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.form.Choice;

/** What can be chosen in the forms of a case; the choices are ours. */
public final class FormCodes {

  static final Choice<Term> TERM = Choice.of(Term.values(), Term::label);
  static final Choice<Priority> PRIORITY = Choice.of(Priority.values(), Priority::label);
  static final Choice<FurtherSupport> FURTHER =
      Choice.of(FurtherSupport.values(), FurtherSupport::label);
  static final Choice<Adequacy> ADEQUACY = Choice.of(Adequacy.values(), Adequacy::label);
  static final Choice<Carried> CARRIED = Choice.of(Carried.values(), Carried::label);
  static final Choice<Next> NEXT = Choice.of(Next.values(), Next::label);
  static final Choice<Reached> REACHED = Choice.of(Reached.values(), Reached::label);
  static final Choice<Verdict> VERDICT = Choice.of(Verdict.values(), Verdict::label);

  static final Choice<OutreachReason> OUTREACH =
      Choice.of(OutreachReason.values(), OutreachReason::label);
  static final Choice<Means> MEANS = Choice.of(Means.values(), Means::label);

  static final Choice<Reception> RECEPTION = Choice.of(Reception.values(), Reception::label);

  static final Choice<Ready> READY = Choice.of(Ready.values(), Ready::label);

  private FormCodes() {}

  /** What the desk says to a 申出 for a meeting. */
  public enum Reception implements Code {
    GO_ON("開催に向けて進める"),
    CHANGE_FIRST("直したうえで進める"),
    ADVICE_ONLY("助言にとどめる");

    private final String label;

    Reception(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Whether a place takes somebody in (図15). */
  public enum Ready implements Code {
    READY("受け入れられる"),
    READY_WITH_CHANGES("条件が整えば受け入れられる"),
    NOT_NOW("今は受け入れられない");

    private final String label;

    Ready(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Of a goal. */
  public enum Term implements Code {
    LONG("長期目標"),
    SHORT("短期目標");

    private final String label;

    Term(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Of an issue. */
  public enum Priority implements Code {
    FIRST("高い"),
    SECOND("ふつう"),
    LATER("低い");

    private final String label;

    Priority(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What the case needs beside consultation. */
  public enum FurtherSupport implements Code {
    PARTICIPATION("参加支援"),
    OUTREACH("アウトリーチ等を通じた継続的支援");

    private final String label;

    FurtherSupport(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What the meeting said of a plan (適切性の協議). */
  public enum Adequacy implements Code {
    ADEQUATE("適切"),
    ADEQUATE_WITH_CHANGES("直したうえで適切"),
    TO_BE_DISCUSSED_AGAIN("もう一度協議する");

    private final String label;

    Adequacy(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** How far a support was carried out. */
  public enum Carried implements Code {
    AS_PLANNED("予定どおり"),
    IN_PART("一部"),
    NOT_YET("まだ");

    private final String label;

    Carried(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What follows from monitoring. */
  public enum Next implements Code {
    GO_ON("このまま続ける"),
    CHANGE_PLAN("プランを見直す"),
    EVALUATE("評価に進む");

    private final String label;

    Next(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** How far a goal was reached. */
  public enum Reached implements Code {
    REACHED("達成"),
    REACHED_IN_PART("一部達成"),
    NOT_REACHED("未達成");

    private final String label;

    Reached(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What follows from an evaluation. */
  public enum Verdict implements Code {
    PLAN_AGAIN("再プラン"),
    CLOSE("終結"),
    HAND_BACK("つなぎ戻し"),
    BREAK_OFF("中断");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** Who reaches out, and why (狛江市 表3). */
  public enum OutreachReason implements Code {
    COMPLEX("複合した課題で、一つの分野では近づきにくい"),
    NOBODY_KNOWS("本人を知る機関がなく、どの分野か分からない"),
    NEED_ROUGHLY_KNOWN("本人の状況から、必要なことの見当がつく"),
    KNOWN_BEFORE("前から本人を知っている機関がある");

    private final String label;

    OutreachReason(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** How somebody is reached. */
  public enum Means implements Code {
    LETTER("手紙"),
    MESSAGE("電話・メール・チャット"),
    INFORMATION("情報を届ける"),
    VISIT("家庭訪問"),
    ACCOMPANYING("同行"),
    WATCHING("見守り");

    private final String label;

    Means(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
