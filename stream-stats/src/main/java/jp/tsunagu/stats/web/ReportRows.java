package jp.tsunagu.stats.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.tsunagu.runtime.page.Cursor;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageRequest;
import jp.tsunagu.stats.report.Report;

/**
 * The rows of a report that grows with the cases, page by page; in the order of their text, so that
 * new ones never move a page.
 */
final class ReportRows {

  private ReportRows() {}

  /** A row; two that are equal differ by their number. */
  private record Placed(String place, List<Object> row) {}

  static Page<List<Object>> page(Report report, char list, PageRequest request) {
    Map<String, Integer> seen = new HashMap<>();
    List<Placed> rows = new ArrayList<>();
    for (List<Object> row : report.rows()) {
      String text = row.stream().map(Object::toString).collect(Collectors.joining(" "));
      rows.add(new Placed(text + " " + seen.merge(text, 1, Integer::sum), row));
    }
    return Page.of(rows, request, each -> Cursor.after(list, each.place()), Placed::row);
  }
}
