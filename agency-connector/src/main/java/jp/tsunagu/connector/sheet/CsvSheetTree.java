package jp.tsunagu.connector.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.form.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one sheet put into its JSON form, so that CSV and JSON are checked by the same rules;
 * remembers in which cell each field was written.
 */
final class CsvSheetTree {

  private record Cell(long line, String heading) {}

  private final ObjectNode root = PartContent.object();
  private final List<CsvProblem> problems = new ArrayList<>();
  private final Map<String, Cell> cells = new HashMap<>();
  private final long firstLine;

  private CsvSheetTree(long firstLine) {
    this.firstLine = firstLine;
  }

  static CsvSheetTree of(List<CsvRow> rows) {
    CsvSheetTree tree = new CsvSheetTree(rows.getFirst().line());
    rows.forEach(tree::add);
    return tree;
  }

  ObjectNode root() {
    return root;
  }

  List<CsvProblem> problems() {
    return problems;
  }

  /** Where in the file a problem of the JSON form was written. */
  CsvProblem placed(FieldProblem problem) {
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
    fill(row, root, "", CsvColumn.OF_SHEET, true);
    sent(row);
    String kind = row.cell(CsvColumn.KIND);
    switch (kind) {
      case "", "本人" -> addPerson(row);
      case "世帯" -> addMember(row);
      case "同意" -> addConsent(row);
      default ->
          problems.add(
              new CsvProblem(row.line(), CsvColumn.KIND, "知らない区分です。", "本人、世帯、同意のいずれかにしてください。"));
    }
  }

  private void sent(CsvRow row) {
    String sent = row.cell("送付");
    if (sent.equals("はい")) {
      root.withObject("/referral");
    } else if (!sent.isEmpty() && !sent.equals("いいえ")) {
      problems.add(new CsvProblem(row.line(), "送付", "はい・いいえとして読めません。", "はい か いいえ にしてください。"));
    }
  }

  private void addPerson(CsvRow row) {
    refuseOthers(row, CsvColumn.OF_PERSON);
    if (CsvColumn.OF_PERSON.stream().allMatch(column -> row.cell(column.label()).isEmpty())) {
      return;
    }
    int index = root.withArray("/persons").size();
    ObjectNode person = root.withArray("/persons").addObject();
    fill(row, person, "persons[" + index + "]", CsvColumn.OF_PERSON, false);
  }

  private void addMember(CsvRow row) {
    refuseOthers(
        row, Stream.concat(CsvColumn.OF_HOUSEHOLD.stream(), CsvColumn.OF_MEMBER.stream()).toList());
    ObjectNode household = root.withObject("/household");
    fill(row, household, "household", CsvColumn.OF_HOUSEHOLD, true);
    int index = household.withArray("/rows").size();
    ObjectNode member = household.withArray("/rows").addObject();
    fill(row, member, "household.rows[" + index + "]", CsvColumn.OF_MEMBER, false);
  }

  private void addConsent(CsvRow row) {
    refuseOthers(row, CsvColumn.OF_CONSENT);
    int index = root.withArray("/consents").size();
    ObjectNode consent = root.withArray("/consents").addObject();
    fill(row, consent, "consents[" + index + "]", CsvColumn.OF_CONSENT, false);
  }

  /** What stands in a row of the wrong kind would be lost or end in another person's part. */
  private void refuseOthers(CsvRow row, List<CsvColumn> own) {
    Set<String> labels = own.stream().map(CsvColumn::label).collect(Collectors.toSet());
    Set<String> told = new HashSet<>();
    Stream.of(CsvColumn.OF_PERSON, CsvColumn.OF_MEMBER, CsvColumn.OF_CONSENT)
        .flatMap(List::stream)
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
    ObjectNode parent = CsvCells.parent(target, column.path());
    String name = CsvCells.lastName(column.path());
    var value = CsvCells.value(column.shape(), text);
    if (once && parent.has(name) && !parent.get(name).equals(value)) {
      problems.add(
          new CsvProblem(row.line(), column.label(), "同じシートの別の行と値が違います。", "シートごとに一つの値にしてください。"));
    }
    parent.set(name, value);
  }
}
