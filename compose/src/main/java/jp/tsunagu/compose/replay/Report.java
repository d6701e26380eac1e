package jp.tsunagu.compose.replay;

import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.console.Table;
import jp.tsunagu.compose.ledger.CombinationTable;

/** The closing words of a replay: the recount beside the city's table, and what happened. */
record Report(Console console) {

  void print(CombinationTable table, Sums sums, Replay.Result result) {
    console.line("");
    console.line("相談の種類(推進員が受けた新規の相談): 台帳を数え直した数、統計の数、市の表");
    combinations(table, result).lines().forEach(console::line);
    console.line("");
    console.line("連絡の動き(台帳の件数)");
    var counts = new Table("", "件数");
    sums.counted().forEach(counts::add);
    counts.lines().forEach(console::line);
    console.line("");
    console.line("数え直し: %s", result.matches() ? "OK — 26行すべて一致" : "不一致");
    result
        .statistics()
        .ifPresent(counted -> console.line("統計: %s", counted.matches() ? "OK — 行の順も一致" : "不一致"));
    console.line(
        "到達: %s(渡した %d、届いた %d)",
        result.everythingArrived() ? "OK" : "不一致", sums.handovers(), sums.arrivals());
    console.line("断られた操作: %d", result.refusals());
  }

  private static Table combinations(CombinationTable table, Replay.Result result) {
    var rows = new Table("分野の組合せ", "台帳", "統計", "表", "");
    for (var row : table.rows()) {
      var counted = result.recount().of(row.combination());
      var shown = result.statistics().map(it -> it.of(row));
      var agrees = counted == row.count() && shown.orElse((long) counted) == counted;
      rows.add(
          row.label(), counted, shown.map(String::valueOf).orElse("–"), row.count(), word(agrees));
    }
    rows.add(
        "合計",
        result.recount().total(),
        result.statistics().map(it -> String.valueOf(it.total())).orElse("–"),
        table.total(),
        word(result.isCounted()));
    return rows;
  }

  private static String word(boolean agrees) {
    return agrees ? "一致" : "不一致";
  }
}
