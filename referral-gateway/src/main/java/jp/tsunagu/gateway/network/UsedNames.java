package jp.tsunagu.gateway.network;

import java.util.HashMap;
import java.util.Map;

/** Notices a name given twice, and where it was given first. */
final class UsedNames {

  private final Map<String, Integer> lines = new HashMap<>();
  private final String fix;

  UsedNames(String fix) {
    this.fix = fix;
  }

  void use(YamlValue place, String name) {
    Integer earlier = lines.putIfAbsent(name, place.line());
    if (earlier != null) {
      place.fault("'" + name + "' は " + earlier + "行目でも使われています。", fix);
    }
  }
}
