package jp.tsunagu.gateway.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A mapping of the file; unknown and repeated keys are faults as soon as it is opened. */
final class YamlMap {

  private final YamlValue place;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();

  private YamlMap(YamlValue place) {
    this.place = place;
  }

  static Optional<YamlMap> of(YamlValue place, List<String> knownKeys) {
    if (!(place.node() instanceof MappingNode mapping)) {
      return place.fault("は項目の集まりで書くところです。", "「キー: 値」の行を並べてください。");
    }
    YamlMap map = new YamlMap(place);
    mapping.getValue().forEach(entry -> map.put(entry, knownKeys));
    return Optional.of(map);
  }

  private void put(NodeTuple entry, List<String> knownKeys) {
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    String field = fieldOf(key);
    if (!knownKeys.contains(key)) {
      String hint = NearestName.hint(key, knownKeys);
      place
          .faults()
          .add(
              entry.getKeyNode(),
              field,
              "という項目はありません。",
              hint.isEmpty() ? "使える項目: " + String.join("、", knownKeys) + "。" : hint);
      return;
    }
    YamlValue earlier =
        values.putIfAbsent(key, new YamlValue(entry.getValueNode(), field, place.faults()));
    if (earlier != null) {
      place
          .faults()
          .add(entry.getKeyNode(), field, "は " + earlier.line() + "行目にもあります。", "どちらかの行を消してください。");
    }
  }

  private String fieldOf(String key) {
    return place.field().isEmpty() ? key : place.field() + "." + key;
  }

  YamlValue place() {
    return place;
  }

  Optional<YamlValue> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** A value that must be there. */
  Optional<YamlValue> required(String key) {
    if (!values.containsKey(key)) {
      place.faults().add(place.node(), fieldOf(key), "がありません。", "'" + key + ":' の行を書いてください。");
    }
    return optional(key);
  }

  Optional<String> text(String key) {
    return required(key).flatMap(YamlValue::text);
  }

  List<YamlValue> items(String key) {
    return required(key).map(YamlValue::items).orElse(List.of());
  }
}
