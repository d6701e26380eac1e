package jp.tsunagu.compose.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.tsunagu.compose.console.MarkdownTable;
import jp.tsunagu.compose.console.Table;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, for people and for programs. */
record Report(Findings findings) {
  static final String MARKDOWN = "benchmark.md";
  static final String JSON = "benchmark.json";

  private static final double NOTICEABLE = 0.15;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Beside each other in the folder. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(MARKDOWN), markdown(), StandardCharsets.UTF_8);
    Files.writeString(folder.resolve(JSON), json(), StandardCharsets.UTF_8);
  }

  String json() {
    return MAPPER.writeValueAsString(Map.of("figures", findings.figures(), "findings", findings));
  }

  /** A few lines for the console. */
  List<String> summary() {
    var table = new Table("目標", "値");
    findings.figures().forEach(table::add);
    return Stream.of(table.lines(), remarks()).flatMap(List::stream).toList();
  }

  private List<String> remarks() {
    var remarks = new ArrayList<String>();
    var conditions = findings.conditions();
    if (conditions.isBusy()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "注意: 始める前から他の処理が動いていました(負荷 %.1f、%d コア)。件/秒と待ち時間はこの機械の実力より悪く出ます。",
              conditions.load(),
              conditions.cores()));
    }
    var others = findings.over(Round::shareOfOthers).median();
    if (others > NOTICEABLE) {
      remarks.add(
          String.format(Locale.ROOT, "注意: 計測中の機械の CPU の %.0f %% は他の処理のものでした。", others * 100));
    }
    var warmUp = findings.warmUp();
    if (!warmUp.isQuiet()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "注意: 慣らし %d 件の終わりでも CPU の %.0f %% は JIT コンパイラーでした。",
              warmUp.referrals(),
              warmUp.compilerShare() * 100));
    }
    return remarks;
  }

  /** The whole report. */
  String markdown() {
    var lines = new ArrayList<String>();
    lines.add("# 計測");
    lines.addAll(conditions());
    lines.addAll(remarks());
    lines.addAll(MarkdownTable.of("目標", List.of("", "値"), figures()));
    lines.addAll(MarkdownTable.of("回ごと", List.of("", "件/秒", "CPU ms/件", "うち送り手(含まない)"), rates()));
    lines.addAll(
        MarkdownTable.of(
            "待ち時間 ms",
            List.of("件/秒", "全経路 p50", "p90", "p99", "最大", "素のブローカー p50", "p99", "見えた/送った"),
            paces()));
    lines.addAll(MarkdownTable.of("1件あたり", List.of("", "慣らし後", "始めた直後"), spent()));
    if (!findings.also().isEmpty()) {
      lines.addAll(MarkdownTable.of("比べたもの", List.of("", "この網", "", "相手", "", "比"), compared()));
    }
    lines.addAll(MarkdownTable.of("何もない1秒", List.of("", "1秒あたり"), amounts(findings.idle())));
    return String.join("\n", lines) + "\n";
  }

  private List<String> conditions() {
    var at = findings.conditions();
    return List.of(
        "",
        "版 %s、%s、%d コア、%d MB、Java %s、%s、種 %d、始めの負荷 %.1f。"
            .formatted(
                at.commit(),
                at.at(),
                at.cores(),
                at.memoryMb(),
                at.java(),
                at.system(),
                at.seed(),
                at.load()),
        findings.warmUp().words());
  }

  private List<List<String>> figures() {
    return findings.figures().entrySet().stream()
        .map(figure -> List.of(figure.getKey(), figure.getValue()))
        .toList();
  }

  private List<List<String>> rates() {
    return List.of(
        List.of(
            "全経路",
            findings.over(round -> round.whole().perSecond()).toString(),
            findings.over(Round::processorTime).toString(),
            findings.over(round -> round.whole().generatorMillis()).toString()),
        List.of(
            "素のブローカー",
            findings.over(round -> round.bare().perSecond()).toString(),
            "",
            findings.over(round -> round.bare().generatorMillis()).toString()),
        List.of(
            "PostgreSQLの待ち行列",
            findings.over(round -> round.queue().perSecond()).toString(),
            "",
            findings.over(round -> round.queue().generatorMillis()).toString()),
        List.of("RabbitMQ", "測っていない: RabbitMQ がない", "", ""));
  }

  private List<List<String>> paces() {
    return findings.paces().stream().map(Report::row).toList();
  }

  private static List<String> row(Pace pace) {
    var whole = pace.whole();
    var bare = pace.bare();
    if (whole == null || bare == null) {
      return List.of(Integer.toString(pace.perSecond()), "運べない", "", "", "", "", "", "");
    }
    return Stream.concat(
            Stream.of(Integer.toString(pace.perSecond())),
            Stream.concat(
                Stream.of(
                        whole.p50(),
                        whole.p90(),
                        whole.p99(),
                        whole.longest(),
                        bare.p50(),
                        bare.p99())
                    .map(Series::number),
                Stream.of(whole.seen() + "/" + whole.count())))
        .toList();
  }

  private List<List<String>> spent() {
    return findings.spent().entrySet().stream()
        .map(
            each ->
                List.of(
                    each.getKey(),
                    each.getValue().toString(),
                    Series.number(findings.cold().getOrDefault(each.getKey(), Double.NaN))))
        .toList();
  }

  private List<List<String>> compared() {
    return findings.also().stream()
        .map(
            each ->
                List.of(
                    each.row().name(),
                    each.row().network(),
                    each.network().toString(),
                    each.row().peer(),
                    each.peer().toString(),
                    Series.number(each.ratio())))
        .toList();
  }

  private static List<List<String>> amounts(Map<String, Double> amounts) {
    return amounts.entrySet().stream()
        .map(each -> List.of(each.getKey(), Series.number(each.getValue())))
        .toList();
  }
}
