package jp.tsunagu.connector.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.CsvLayout;
import jp.tsunagu.runtime.form.CsvProblem;
import jp.tsunagu.runtime.form.CsvRow;
import jp.tsunagu.runtime.form.CsvTable;
import jp.tsunagu.runtime.form.CsvTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers in a file: a JSON object that names its {@code command}, or CSV lines that name their 操作,
 * held together by 番号 where one has several lines. What it is about stands in it (連絡番号, 案件番号 …).
 */
public final class CommandFile {

  /** The member of a JSON file that says what is to be done. */
  public static final String COMMAND = "command";

  /** The heading of the column that says it. */
  public static final String HEADING = "操作";

  private static final String NUMBER = "番号";
  private static final int MOST = 200;

  private CommandFile() {}

  /** What reading a file gave. */
  public sealed interface Reading {}

  /** Every answer of the file can be sent as it is. */
  public record Usable(List<Numbered> answers) implements Reading {
    /** Keeps an unmodifiable copy. */
    public Usable {
      answers = List.copyOf(answers);
    }
  }

  /** The file as a whole is refused; nothing of it is used. */
  public record Unusable(List<CsvProblem> problems) implements Reading {
    /** Keeps an unmodifiable copy. */
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /**
   * An answer of a file.
   *
   * @param number it has in the file; empty if it has none
   * @param ids what was made, as the agency is told
   */
  public record Numbered(String number, CommandForm form, Wish wish, Map<String, Object> ids) {}

  /** Every heading there is: those of all answers together. */
  public static List<String> headings() {
    return Stream.concat(
            Stream.of(NUMBER, HEADING),
            CommandForms.all().stream()
                .flatMap(form -> CsvLayout.of(form.file()).headings().stream()))
        .distinct()
        .toList();
  }

  /** The headings of one answer. */
  public static List<String> headings(CommandForm form) {
    return Stream.concat(Stream.of(NUMBER, HEADING), CsvLayout.of(form.file()).headings().stream())
        .toList();
  }

  /** Reads a JSON file. */
  public static Reading read(AgencyId agency, ObjectNode root, CommandReader reader) {
    String name = root.path(COMMAND).asString("");
    Optional<CommandForm> form = CommandForms.find(name);
    if (form.isEmpty()) {
      return new Unusable(List.of(unknown(0, COMMAND)));
    }
    ObjectNode answer = root.deepCopy();
    answer.remove(COMMAND);
    return switch (reader.filed(agency, form.get(), answer)) {
      case CommandReading.Ready(Wish wish, var ids) ->
          new Usable(List.of(new Numbered("", form.get(), wish, ids)));
      case CommandReading.StillOpen(var open) -> unusable(List.of(Targets.stillOpen(open)));
      case CommandReading.Unusable(var problems) -> unusable(problems);
    };
  }

  private static Unusable unusable(List<FieldProblem> problems) {
    return new Unusable(
        problems.stream()
            .map(it -> new CsvProblem(0, it.field(), it.problem(), it.fix()))
            .toList());
  }

  /** Reads a CSV file. */
  public static Reading read(AgencyId agency, CsvTable.Readable table, CommandReader reader) {
    List<CsvProblem> problems =
        new ArrayList<>(table.headingProblems(headings(), List.of(HEADING)));
    List<Group> groups = groups(table);
    if (groups.size() > MOST) {
      problems.add(new CsvProblem(0, "", "行が多すぎます。", "1ファイルに" + MOST + "件までにしてください。"));
    }
    if (!problems.isEmpty()) {
      return new Unusable(problems);
    }
    List<Numbered> answers = new ArrayList<>();
    groups.forEach(group -> read(agency, group, reader, answers, problems));
    return problems.isEmpty() ? new Usable(answers) : new Unusable(problems);
  }

  private record Group(String number, List<CsvRow> rows) {}

  /** A line without a number is an answer of its own. */
  private static List<Group> groups(CsvTable.Readable table) {
    Map<String, List<CsvRow>> byNumber = new LinkedHashMap<>();
    for (CsvRow row : table.rows()) {
      String number = row.cell(NUMBER);
      String key = number.isEmpty() ? "line " + row.line() : "number " + number;
      byNumber.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }
    return byNumber.values().stream()
        .map(rows -> new Group(rows.getFirst().cell(NUMBER), rows))
        .toList();
  }

  private static void read(
      AgencyId agency,
      Group group,
      CommandReader reader,
      List<Numbered> answers,
      List<CsvProblem> problems) {
    CsvRow first = group.rows().getFirst();
    Optional<CommandForm> form = CommandForms.find(first.cell(HEADING));
    if (form.isEmpty()) {
      problems.add(unknown(first.line(), HEADING));
      return;
    }
    CsvTree tree = CsvTree.of(CsvLayout.of(form.get().file()), group.rows());
    problems.addAll(tree.problems());
    problems.addAll(strange(group, form.get()));
    switch (reader.filed(agency, form.get(), tree.root())) {
      case CommandReading.Ready(Wish wish, var ids) ->
          answers.add(new Numbered(group.number(), form.get(), wish, ids));
      case CommandReading.StillOpen(var open) -> problems.add(tree.placed(Targets.stillOpen(open)));
      case CommandReading.Unusable(var found) ->
          found.stream().map(tree::placed).forEach(problems::add);
    }
  }

  /** What another answer has a place for would be lost. */
  private static List<CsvProblem> strange(Group group, CommandForm form) {
    Set<String> own = Set.copyOf(headings(form));
    List<CsvProblem> problems = new ArrayList<>();
    for (CsvRow row : group.rows()) {
      String other = row.cell(HEADING);
      if (!other.isEmpty() && !CommandForms.find(other).filter(form::equals).isPresent()) {
        problems.add(new CsvProblem(row.line(), HEADING, "同じ番号に別の操作があります。", "操作ごとに別の番号にしてください。"));
      }
      row.headings().stream()
          .filter(heading -> !own.contains(heading) && !row.cell(heading).isEmpty())
          .map(
              heading ->
                  new CsvProblem(
                      row.line(), heading, "「" + form.title() + "」には書けません。", "この欄を空けてください。"))
          .forEach(problems::add);
    }
    return problems;
  }

  private static CsvProblem unknown(long line, String where) {
    String known =
        CommandForms.all().stream()
            .map(form -> form.title() + "(" + form.name() + ")")
            .collect(Collectors.joining("、"));
    return new CsvProblem(line, where, "知らない操作です。", "次から選んでください: " + known);
  }

  /** Whether a JSON file is an answer. */
  public static boolean isOne(JsonNode root) {
    return root.has(COMMAND);
  }
}
