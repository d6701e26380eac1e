package jp.tsunagu.connector.command;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.contract.dossier.Bytes;
import org.jspecify.annotations.Nullable;

/** Everything a wish says, by the path at which it says it. */
final class Flat {

  private Flat() {}

  static Map<String, String> of(Wish wish) {
    Map<String, String> values = new TreeMap<>();
    add("", wish, values);
    return values;
  }

  private static void add(String path, @Nullable Object value, Map<String, String> values) {
    switch (value) {
      case null -> {}
      case Bytes bytes -> values.put(path, new String(bytes.toByteArray(), StandardCharsets.UTF_8));
      case Collection<?> items -> {
        int number = 0;
        for (Object item :
            items.stream().sorted(java.util.Comparator.comparing(Object::toString)).toList()) {
          add(path + "[" + number++ + "]", item, values);
        }
      }
      case Record tuple -> {
        for (RecordComponent component : tuple.getClass().getRecordComponents()) {
          add(path + "." + component.getName(), read(component, tuple), values);
        }
      }
      default -> values.put(path, value.toString());
    }
  }

  private static @Nullable Object read(RecordComponent component, Record tuple) {
    try {
      return component.getAccessor().invoke(tuple);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component.getName(), e);
    }
  }
}
