package jp.tsunagu.compose.checker;

import java.util.function.Function;

/** What is promised whatever breaks, each with what watches over it. */
public enum Promise {
  /** Whatever a client was told is taken is visible at its receiver, once. */
  ARRIVES_ONCE("受け付けたものは宛先に一度だけ見える", _ -> new ArrivesOnce()),
  /** What was refused, or named by nobody, is nowhere; no stranger sees a case. */
  NOTHING_ELSE("断ったもの・出していないもの・他人のものはどこにもない", _ -> new NothingElse()),
  /** The records of a case stay in order, in the ledger without a gap. */
  IN_ORDER("案件ごとの順番が変わらない", _ -> new InOrder()),
  /** What arrived, was put aside and was told to be without effect is what was taken. */
  BALANCE("届いた+取り置いた+不達=受け付けた", _ -> new Balance()),
  /** The gateway's own state is what the ledger gives. */
  STATE("ゲートウェイの状態=台帳の数え直し", Agreement::new),
  /** The figures are what the ledger gives. */
  FIGURES("統計=数え直し", Agreement::new),
  /** No name of a household stands where none may stand. */
  CANARY("世帯の名はどこにもない", Agreement::new),
  /** What was published of meetings is what the ledger gives, and was told once. */
  AGENDA("会議の次第=組み直し、通知は一度だけ", _ -> new AgendaReplanned());

  private final String label;
  private final Function<Promise, Guarantee> guarantee;

  Promise(String label, Function<Promise, Guarantee> guarantee) {
    this.label = label;
    this.guarantee = guarantee;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** What watches over it in one run. */
  Guarantee guarantee() {
    return guarantee.apply(this);
  }
}
