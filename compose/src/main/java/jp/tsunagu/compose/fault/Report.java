package jp.tsunagu.compose.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.compose.checker.Promise;
import jp.tsunagu.compose.checker.Verdict;
import jp.tsunagu.compose.console.MarkdownTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All rows, for people and for programs. */
record Report(List<Row> rows) {
  static final String MARKDOWN = "faults.md";
  static final String JSON = "faults.json";

  private static final String KEPT = "○";
  private static final String BROKEN = "×";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Report {
    rows = List.copyOf(rows);
  }

  /** Beside each other in the folder. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(MARKDOWN), markdown(), StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve(JSON), MAPPER.writeValueAsString(json()), StandardCharsets.UTF_8);
  }

  /** Whether every promise was kept and every planted defect noticed. */
  boolean isRight() {
    return rows.stream().allMatch(Row::isRight);
  }

  private List<Map<String, Object>> json() {
    return rows.stream().map(Report::json).toList();
  }

  private static Map<String, Object> json(Row row) {
    var broken =
        row.verdicts().stream()
            .filter(verdict -> !verdict.isKept())
            .collect(Collectors.toMap(verdict -> verdict.promise().name(), Verdict::broken));
    var planted = row.planted();
    var told = new LinkedHashMap<String, Object>();
    told.put("fault", row.fault().name());
    told.put("seed", row.seed());
    told.put("counts", row.counts());
    told.put("longestGapMillis", millis(row.times().longestGap()));
    told.put("longestWaitMillis", millis(row.times().longestWait()));
    told.put("tookMillis", row.times().took().toMillis());
    told.put("planted", planted == null ? "" : planted.name());
    told.put("broken", broken);
    told.put("failure", Objects.requireNonNullElse(row.failure(), ""));
    told.put("right", row.isRight());
    return told;
  }

  /** -1 where nobody knows. */
  private static long millis(@Nullable Duration length) {
    return length == null ? -1 : length.toMillis();
  }

  /** The whole report. */
  String markdown() {
    var lines = new ArrayList<String>();
    lines.add("# 障害の試験");
    lines.addAll(
        MarkdownTable.of("起こしたことと結果", headings(), rows.stream().map(Report::cells).toList()));
    lines.addAll(
        MarkdownTable.of(
            "約束", List.of("番号", "約束"), Stream.of(Promise.values()).map(Report::named).toList()));
    lines.addAll(
        MarkdownTable.of(
            "この試験ではできないもの",
            List.of("起こせないこと", "代わりに確かめているもの"),
            Elsewhere.ALL.stream().map(each -> List.of(each.fault(), each.shownBy())).toList()));
    rows.stream().filter(row -> !row.isRight()).forEach(row -> lines.addAll(details(row)));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> named(Promise promise) {
    return List.of(Integer.toString(promise.ordinal() + 1), promise.label());
  }

  private static List<String> headings() {
    var fixed =
        List.of(
            "起こしたこと",
            "戻り方",
            "種",
            "試み",
            "受付",
            "断り",
            "不明",
            "除いた重複",
            "最長の途切れ 秒",
            "最長の待ち 秒",
            "かかった 秒",
            "仕込み");
    return Stream.concat(
            Stream.concat(
                fixed.stream(),
                Stream.of(Promise.values())
                    .map(promise -> Integer.toString(promise.ordinal() + 1))),
            Stream.of("判定"))
        .toList();
  }

  private static List<String> cells(Row row) {
    var counts = row.counts();
    var planted = row.planted();
    var cells = new ArrayList<String>();
    cells.addAll(List.of(row.fault().label(), row.fault().healing(), Long.toString(row.seed())));
    Stream.of(
            counts.attempts(),
            counts.ok(),
            counts.refused(),
            counts.unknown(),
            counts.duplicatesRemoved())
        .map(String::valueOf)
        .forEach(cells::add);
    cells.add(seconds(row.times().longestGap()));
    cells.add(seconds(row.times().longestWait()));
    cells.add(seconds(row.times().took()));
    cells.add(planted == null ? "" : planted.label());
    Stream.of(Promise.values()).map(promise -> sign(row, promise)).forEach(cells::add);
    cells.add(verdict(row));
    return cells;
  }

  /** Nothing is said of a promise at which a row did not arrive. */
  private static String sign(Row row, Promise promise) {
    return row.verdicts().stream()
        .filter(verdict -> verdict.promise() == promise)
        .findFirst()
        .map(verdict -> verdict.isKept() ? KEPT : BROKEN)
        .orElse("");
  }

  /** One word on a row. */
  static String verdict(Row row) {
    if (row.failure() != null) {
      return "終わらない";
    }
    if (row.planted() != null) {
      return row.isRight() ? "気づいた" : "気づかない";
    }
    return row.isRight() ? "合格" : "不合格";
  }

  static String seconds(@Nullable Duration length) {
    return length == null ? "–" : String.format(Locale.ROOT, "%.1f", length.toMillis() / 1e3);
  }

  /** Why it did not come to its end, or where promises were not kept. */
  static List<String> details(Row row) {
    var lines = new ArrayList<String>();
    lines.addAll(List.of("", "## " + row.fault().label() + "(種 " + row.seed() + ")", ""));
    if (row.failure() != null) {
      lines.add("- " + row.failure());
    }
    for (var verdict : row.verdicts()) {
      verdict.broken().stream()
          .limit(20)
          .forEach(each -> lines.add("- " + verdict.promise().label() + ": " + each));
    }
    return lines;
  }
}
