package jp.tsunagu.gateway.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Emit;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** Every situation with every command, decided and written down. */
final class StateCommandTable {
  private static final String DONE = "●";

  private StateCommandTable() {}

  /** Tab-separated: one line per situation, one column per command. */
  static String asTabSeparated() {
    String head =
        "situation\t" + Column.ALL.stream().map(Column::name).collect(Collectors.joining("\t"));
    return Stream.concat(
            Stream.of(head), Stream.of(Situation.values()).map(StateCommandTable::line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Situation situation) {
    return situation.name()
        + "\t"
        + Column.ALL.stream()
            .map(column -> code(column.triedIn(situation)))
            .collect(Collectors.joining("\t"));
  }

  private static String code(Decision decision) {
    return switch (decision) {
      case Emit emit -> String.join("+", Story.names(emit.events()));
      case Refuse refuse -> refuse.code().name();
    };
  }

  /** For people: commands down, situations across, a number for every kind of refusal. */
  static String asMarkdown() {
    SortedMap<RefusalCode, Integer> numbers = numbers();
    List<String> lines = new ArrayList<>();
    lines.add("# 状態 × 操作");
    lines.add("");
    lines.add("縦に操作(その操作をする立場の機関が行う)、横に案件の状態。" + DONE + " はできる、数字は断られる理由(下の表)。");
    lines.add("生成したもので、手で直さない。試験が実際の判定と突き合わせる。出来事の名前まで載せた表は");
    lines.add("`referral-gateway/src/test/resources/state-command-table.tsv`。");
    lines.add("");
    lines.addAll(matrix(numbers));
    lines.add("");
    lines.addAll(legend(numbers));
    return String.join("\n", lines) + "\n";
  }

  private static SortedMap<RefusalCode, Integer> numbers() {
    List<RefusalCode> codes =
        Column.ALL.stream()
            .flatMap(column -> Stream.of(Situation.values()).map(column::triedIn))
            .filter(Refuse.class::isInstance)
            .map(decision -> ((Refuse) decision).code())
            .distinct()
            .sorted()
            .toList();
    SortedMap<RefusalCode, Integer> numbers = new TreeMap<>();
    codes.forEach(code -> numbers.put(code, numbers.size() + 1));
    return numbers;
  }

  private static List<String> matrix(SortedMap<RefusalCode, Integer> numbers) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Stream.of(Situation.values())
            .map(Situation::label)
            .collect(Collectors.joining(" | ", "| 操作 | ", " |")));
    lines.add("|---" + "|:-:".repeat(Situation.values().length) + "|");
    for (Column column : Column.ALL) {
      lines.add(
          Stream.of(Situation.values())
              .map(situation -> mark(column.triedIn(situation), numbers))
              .collect(Collectors.joining(" | ", "| " + column.label() + " | ", " |")));
    }
    return lines;
  }

  private static String mark(Decision decision, SortedMap<RefusalCode, Integer> numbers) {
    return switch (decision) {
      case Emit _ -> DONE;
      case Refuse refuse -> String.valueOf(numbers.get(refuse.code()));
    };
  }

  private static List<String> legend(SortedMap<RefusalCode, Integer> numbers) {
    List<String> lines = new ArrayList<>();
    lines.add("| 番号 | 理由コード | 説明 | 次にできること |");
    lines.add("|---|---|---|---|");
    numbers.forEach(
        (code, number) ->
            lines.add(
                NextSteps.of(code).stream()
                    .map(step -> step.label())
                    .collect(
                        Collectors.joining(
                            "、",
                            "| " + number + " | `" + code + "` | " + code.label() + " | ",
                            " |"))));
    return lines;
  }
}
