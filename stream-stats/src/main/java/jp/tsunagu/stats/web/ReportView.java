package jp.tsunagu.stats.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.stats.report.Report;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "集計表")
record ReportView(
    @Schema(description = "集計の名前") String name,
    @Schema(description = "見出し") String title,
    @Schema(description = "いつの数か") Instant asOf,
    @Schema(description = "列") List<Report.Column> columns,
    @Schema(description = "行。列の code ごとに一つの値") List<Map<String, Object>> rows,
    @Schema(description = "数を読むときの注意") List<String> notes,
    @Schema(description = "不完全な場合だけ、その理由") @Nullable String incomplete,
    @Schema(description = "続きの位置。最後のページと、ページに分けない表にはない") @Nullable String nextCursor) {

  static ReportView of(Report report, Instant asOf) {
    return of(report, new Page<>(report.rows(), null), asOf);
  }

  static ReportView of(Report report, Page<List<Object>> page, Instant asOf) {
    List<Map<String, Object>> rows =
        page.items().stream().map(row -> named(report.columns(), row)).toList();
    return new ReportView(
        report.name(),
        report.title(),
        asOf,
        report.columns(),
        rows,
        report.notes(),
        report.incomplete(),
        page.nextCursor());
  }

  private static Map<String, Object> named(List<Report.Column> columns, List<Object> row) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i).code(), row.get(i));
    }
    return named;
  }
}
