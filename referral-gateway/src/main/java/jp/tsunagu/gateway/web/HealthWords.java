package jp.tsunagu.gateway.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the health of a part tells programs by codes, in words for a person. */
final class HealthWords {

  private static final Map<String, String> LABELS =
      Map.of(
          "trouble", "止まっている理由",
          "stream", "処理",
          "agencies", "つながっている機関",
          "setAside", "外してある機関",
          "faults", "全機関に共通のトピックの問題",
          "refused", "始められない理由",
          "unreadable", "読めない設定");

  private static final Map<String, String> STREAM =
      Map.of(
          "NOT_STARTED", "まだ始まっていません",
          "CREATED", "まだ始まっていません",
          "REBALANCING", "分担を組み直しています",
          "RUNNING", "動いています",
          "PENDING_SHUTDOWN", "止めています",
          "NOT_RUNNING", "止まっています",
          "PENDING_ERROR", "誤りで止まります",
          "ERROR", "誤りで止まりました");

  private HealthWords() {}

  /** A line for each thing that is told; what is empty is not told. */
  static List<String> of(Map<String, Object> details) {
    return details.entrySet().stream()
        .filter(each -> !inWords(each.getKey(), each.getValue()).isBlank())
        .map(each -> label(each.getKey()) + ": " + inWords(each.getKey(), each.getValue()))
        .toList();
  }

  private static String label(String name) {
    return LABELS.getOrDefault(name, name);
  }

  private static String inWords(String name, Object value) {
    return switch (value) {
      case Collection<?> all -> all.stream().map(Object::toString).collect(Collectors.joining("、"));
      case Map<?, ?> all ->
          all.entrySet().stream()
              .map(each -> each.getKey() + " " + each.getValue())
              .collect(Collectors.joining("、"));
      case Number count -> count + "件";
      case Object text when name.equals("stream") ->
          STREAM.getOrDefault(text.toString(), text.toString());
      case Object text -> text.toString();
    };
  }
}
