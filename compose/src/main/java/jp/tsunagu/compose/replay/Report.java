package jp.tsunagu.compose.replay;

import jp.tsunagu.compose.console.Console;
import jp.tsunagu.compose.console.Table;
import jp.tsunagu.compose.ledger.CombinationTable;
import jp.tsunagu.compose.ledger.Recount;

/** The closing words of a replay: the recount beside the city's table, and what happened. */
record Report(Console console) {

  void print(CombinationTable table, Sums sums, Replay.Result result) {
    console.line("");
    console.line("相談の種類(推進員が受けた新規の相談): 台帳を数え直した数と、市の表");
    combinations(table, result.recount()).lines().forEach(console::line);
    console.line("");
    console.line("連絡の動き(台帳の件数)");
    var counts = new Table("", "件数");
    sums.counted().forEach(counts::add);
    counts.lines().forEach(console::line);
    console.line("");
    console.line("数え直し: %s", result.matches() ? "OK — 26行すべて一致" : "不一致");
    console.line(
        "到達: %s(渡した %d、届いた %d)",
        result.everythingArrived() ? "OK" : "不一致", sums.handovers(), sums.arrivals());
    console.line("断られた操作: %d", result.refusals());
  }

  private static Table combinations(CombinationTable table, Recount recount) {
    var rows = new Table("分野の組合せ", "台帳", "表", "");
    for (var row : table.rows()) {
      var counted = recount.of(row.combination());
      rows.add(row.label(), counted, row.count(), counted == row.count() ? "一致" : "不一致");
    }
    rows.add("合計", recount.total(), table.total(), recount.matches(table) ? "一致" : "不一致");
    return rows;
  }
}
