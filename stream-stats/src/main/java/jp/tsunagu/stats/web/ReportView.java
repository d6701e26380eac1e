package jp.tsunagu.stats.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.tsunagu.stats.report.Report;

@Schema(description = "集計表")
record ReportView(
    @Schema(description = "集計の名前") String name,
    @Schema(description = "見出し") String title,
    @Schema(description = "いつの数か") Instant asOf,
    @Schema(description = "列") List<Report.Column> columns,
    @Schema(description = "行。列の code ごとに一つの値") List<Map<String, Object>> rows) {

  static ReportView of(Report report, Instant asOf) {
    List<Map<String, Object>> rows =
        report.rows().stream().map(row -> named(report.columns(), row)).toList();
    return new ReportView(report.name(), report.title(), asOf, report.columns(), rows);
  }

  private static Map<String, Object> named(List<Report.Column> columns, List<Object> row) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i).code(), row.get(i));
    }
    return named;
  }
}
