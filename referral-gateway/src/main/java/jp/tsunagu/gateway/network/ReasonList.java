package jp.tsunagu.gateway.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;

/** Reads the lists of reasons a person can choose from. */
record ReasonList(YamlMap root) {

  List<Reason> required(String key) {
    Optional<YamlValue> list = root.required(key);
    List<Reason> reasons = list.map(ReasonList::read).orElse(List.of());
    if (list.isPresent() && list.get().items().isEmpty()) {
      list.get().fault("に理由が一つもありません。", "「- code: …」で一つ以上書いてください。");
    }
    return reasons;
  }

  List<Reason> optional(String key) {
    return root.optional(key).map(ReasonList::read).orElse(List.of());
  }

  private static List<Reason> read(YamlValue list) {
    UsedNames codes = new UsedNames("別のコードにしてください。");
    List<Reason> reasons = new ArrayList<>();
    for (YamlValue item : list.items()) {
      item.map("code", "label", "noteRequired")
          .flatMap(map -> reason(map, codes))
          .ifPresent(reasons::add);
    }
    return List.copyOf(reasons);
  }

  private static Optional<Reason> reason(YamlMap map, UsedNames codes) {
    Optional<YamlValue> place = map.required("code");
    Optional<String> code = place.flatMap(Names::code);
    place.ifPresent(value -> code.ifPresent(text -> codes.use(value, text)));
    Optional<String> label = map.text("label");
    boolean note = map.optional("noteRequired").flatMap(YamlValue::flag).orElse(false);
    return code.flatMap(text -> label.map(words -> new Reason(text, words, note)));
  }
}
