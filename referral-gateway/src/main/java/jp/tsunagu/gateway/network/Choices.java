package jp.tsunagu.gateway.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fixed values a field can have, each with its code and its Japanese name. */
record Choices<T>(Map<String, T> byCode, Map<String, T> byLabel) {

  static <E extends Enum<E>> Choices<E> of(E[] values, Function<E, String> label) {
    return of(List.of(values), label);
  }

  static <E extends Enum<E>> Choices<E> of(List<E> values, Function<E, String> label) {
    Map<String, E> byCode = new LinkedHashMap<>();
    Map<String, E> byLabel = new LinkedHashMap<>();
    for (E value : values) {
      byCode.put(value.name(), value);
      byLabel.put(label.apply(value), value);
    }
    return new Choices<>(byCode, byLabel);
  }

  Optional<T> named(String text) {
    return Optional.ofNullable(byCode.get(text)).or(() -> Optional.ofNullable(byLabel.get(text)));
  }

  /** What to write instead of this. */
  String explained(String wrong) {
    String all =
        byLabel.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + codeOf(entry.getValue()) + ")")
            .collect(Collectors.joining("、"));
    return NearestName.hint(wrong, byCode.keySet()) + "次のどれかにしてください: " + all + "。";
  }

  private String codeOf(T value) {
    return byCode.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
