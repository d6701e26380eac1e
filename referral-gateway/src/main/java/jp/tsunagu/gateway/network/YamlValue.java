package jp.tsunagu.gateway.network;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of the file with its place; what it cannot be read as becomes a fault and empty. */
record YamlValue(Node node, String field, Faults faults) {

  private static final Set<String> YES = Set.of("true", "はい");
  private static final Set<String> NO = Set.of("false", "いいえ");
  private static final int LONGEST_TEXT = 200;

  int line() {
    return Faults.lineOf(node);
  }

  <T> Optional<T> fault(String problem, String fix) {
    faults.add(node, field, problem, fix);
    return Optional.empty();
  }

  Optional<String> text() {
    if (!(node instanceof ScalarNode scalar)) {
      return fault("は文字で書くところです。", "「キー: 値」の形にしてください。");
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty()) {
      return fault("が空です。", "値を書いてください。");
    }
    return text.length() > LONGEST_TEXT
        ? fault("が長すぎます（" + text.length() + "字）。", LONGEST_TEXT + "字以内にしてください。")
        : Optional.of(text);
  }

  Optional<Integer> number(int least, int most) {
    return text()
        .flatMap(
            text -> {
              Optional<Integer> number = wholeNumber(text);
              return number.isPresent() && number.get() >= least && number.get() <= most
                  ? number
                  : fault("'" + text + "' は使えません。", least + "から" + most + "までの整数にしてください。");
            });
  }

  private static Optional<Integer> wholeNumber(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  Optional<Boolean> flag() {
    return text()
        .flatMap(
            text -> {
              if (YES.contains(text)) {
                return Optional.of(true);
              }
              return NO.contains(text)
                  ? Optional.of(false)
                  : fault("'" + text + "' は使えません。", "true か false にしてください。");
            });
  }

  /** A time of day such as {@code "08:30"}; YAML reads it unquoted as text too. */
  Optional<LocalTime> time() {
    return text()
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text));
              } catch (DateTimeException notATime) {
                return fault("'" + text + "' は時刻として読めません。", "\"08:30\" の形で書いてください。");
              }
            });
  }

  /** One of a fixed set, by its code or by its Japanese name. */
  <T> Optional<T> choice(Choices<T> choices) {
    return text()
        .flatMap(
            text ->
                choices
                    .named(text)
                    .or(() -> fault("'" + text + "' は使えません。", choices.explained(text))));
  }

  List<YamlValue> items() {
    if (!(node instanceof SequenceNode sequence)) {
      fault("は一覧で書くところです。", "各行を「- 」で始めてください。");
      return List.of();
    }
    List<YamlValue> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlValue(item, field + "[" + (items.size() + 1) + "]", faults));
    }
    return List.copyOf(items);
  }

  Optional<YamlMap> map(String... knownKeys) {
    return YamlMap.of(this, List.of(knownKeys));
  }
}
