package jp.tsunagu.runtime.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.runtime.form.CsvLayout.RowKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one form put into its JSON, so that CSV and JSON are checked by the same rules;
 * remembers in which cell each field was written.
 */
public final class CsvTree {

  private static final Pattern DOT = Pattern.compile("\\.");

  private record Cell(long line, String heading) {}

  private final CsvLayout layout;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final List<CsvProblem> problems = new ArrayList<>();
  private final Map<String, Cell> cells = new HashMap<>();
  private final long firstLine;

  private CsvTree(CsvLayout layout, long firstLine) {
    this.layout = layout;
    this.firstLine = firstLine;
  }

  /** The rows of one form, at least one. */
  public static CsvTree of(CsvLayout layout, List<CsvRow> rows) {
    CsvTree tree = new CsvTree(layout, rows.getFirst().line());
    rows.forEach(tree::add);
    return tree;
  }

  /** The form as JSON. */
  public ObjectNode root() {
    return root;
  }

  /** What is wrong with the rows as such. */
  public List<CsvProblem> problems() {
    return List.copyOf(problems);
  }

  /** Where in the file a problem of the form was written. */
  public CsvProblem placed(FieldProblem problem) {
    String path = problem.field();
    while (!path.isEmpty()) {
      Cell cell = cells.get(path);
      if (cell != null) {
        return new CsvProblem(cell.line(), cell.heading(), problem.problem(), problem.fix());
      }
      int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
      path = cut < 0 ? "" : path.substring(0, cut);
    }
    return new CsvProblem(firstLine, "", problem.problem(), problem.fix());
  }

  private void add(CsvRow row) {
    fill(row, root, "", layout.flat(), true);
    layout.marks().forEach(mark -> mark(row, mark));
    if (layout.kinds().isEmpty()) {
      return;
    }
    String name = row.cell(CsvLayout.KIND);
    RowKind kind = name.isEmpty() ? layout.kinds().getFirst() : layout.kind(name);
    if (kind == null) {
      String known = layout.kinds().stream().map(RowKind::name).collect(Collectors.joining("、"));
      problems.add(
          new CsvProblem(row.line(), CsvLayout.KIND, "知らない区分です。", known + "のいずれかにしてください。"));
    } else {
      addRow(row, kind);
    }
  }

  private void mark(CsvRow row, CsvColumn mark) {
    String there = row.cell(mark.label());
    cells.putIfAbsent(mark.path(), new Cell(row.line(), mark.label()));
    if (there.equals("はい")) {
      root.withObject(pointer(mark.path()));
    } else if (!there.isEmpty() && !there.equals("いいえ")) {
      problems.add(
          new CsvProblem(row.line(), mark.label(), "はい・いいえとして読めません。", "はい か いいえ にしてください。"));
    }
  }

  private void addRow(CsvRow row, RowKind kind) {
    refuseOthers(row, kind);
    if (kind.columns().allMatch(column -> row.cell(column.label()).isEmpty())) {
      return;
    }
    ObjectNode section = kind.section().isEmpty() ? root : root.withObject(pointer(kind.section()));
    fill(row, section, kind.section(), kind.ofSection(), true);
    int index = section.withArray(pointer(kind.rows())).size();
    String path = (kind.section().isEmpty() ? "" : kind.section() + ".") + kind.rows();
    ObjectNode filled = section.withArray(pointer(kind.rows())).addObject();
    fill(row, filled, path + "[" + index + "]", kind.ofRow(), false);
  }

  /** What stands in a row of the wrong kind would be lost or end in another person's part. */
  private void refuseOthers(CsvRow row, RowKind own) {
    Set<String> labels = own.columns().map(CsvColumn::label).collect(Collectors.toSet());
    layout.flat().forEach(column -> labels.add(column.label()));
    Set<String> told = new HashSet<>();
    layout.kinds().stream()
        .flatMap(RowKind::columns)
        .map(CsvColumn::label)
        .filter(label -> !labels.contains(label) && !row.cell(label).isEmpty() && told.add(label))
        .forEach(
            label ->
                problems.add(
                    new CsvProblem(row.line(), label, "この区分の行には書けません。", "区分を直すか、この欄を空けてください。")));
  }

  private void fill(
      CsvRow row, ObjectNode target, String at, List<CsvColumn> columns, boolean once) {
    for (CsvColumn column : columns) {
      String text = row.cell(column.label());
      String path = at.isEmpty() ? column.path() : at + "." + column.path();
      cells.putIfAbsent(path, new Cell(row.line(), column.label()));
      if (!text.isEmpty()) {
        put(row, target, column, text, once);
        cells.put(path, new Cell(row.line(), column.label()));
      }
    }
  }

  private void put(CsvRow row, ObjectNode target, CsvColumn column, String text, boolean once) {
    int cut = column.path().lastIndexOf('.');
    ObjectNode parent =
        cut < 0 ? target : target.withObject(pointer(column.path().substring(0, cut)));
    String name = column.path().substring(cut + 1);
    JsonNode value = column.value(text);
    if (once && parent.has(name) && !parent.get(name).equals(value)) {
      problems.add(
          new CsvProblem(row.line(), column.label(), "同じ番号の別の行と値が違います。", "番号ごとに一つの値にしてください。"));
    }
    parent.set(name, value);
  }

  private static String pointer(String path) {
    return "/" + DOT.matcher(path).replaceAll("/");
  }
}
