package jp.tsunagu.contract.wire;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.Bytes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record as text that is the same on every run: sets sorted, bytes in hexadecimal digits. What is
 * absent is left out, so that the text of an old record stays as it is when a field is added.
 */
final class CanonicalText {
  private CanonicalText() {}

  static String of(Object value) {
    return switch (value) {
      case Record each -> each.getClass().getSimpleName() + components(each);
      case Collection<?> each -> items(each, CanonicalText::of);
      case Bytes each -> HexFormat.of().formatHex(each.toByteArray());
      default -> value.toString();
    };
  }

  /**
   * What an older version of the record said: without the fields it and the records in it did not
   * have yet.
   */
  static String of(Object value, Schema schema) {
    Schema known = present(schema);
    return switch (value) {
      case Record each when known.getType() == Schema.Type.RECORD ->
          each.getClass().getSimpleName() + components(each, known);
      case Collection<?> each when known.getType() == Schema.Type.ARRAY ->
          items(each, item -> of(item, known.getElementType()));
      default -> of(value);
    };
  }

  /** Of a union with null, what is there. */
  private static Schema present(Schema schema) {
    return schema.isUnion() && schema.isNullable() && schema.getTypes().size() == 2
        ? schema.getTypes().stream()
            .filter(each -> each.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static String components(Record value) {
    return joined(
        parts(value).entrySet().stream()
            .map(part -> component(part.getKey(), part.getValue(), (_, each) -> of(each))));
  }

  /** In the order of the schema; what Java groups stands flat there. */
  private static String components(Record value, Schema schema) {
    Map<String, @Nullable Object> flat = new HashMap<>();
    parts(value)
        .forEach(
            (name, part) -> {
              if (schema.getField(name) == null && part instanceof Record group) {
                flat.putAll(parts(group));
              } else {
                flat.put(name, part);
              }
            });
    return joined(
        schema.getFields().stream()
            .map(
                field ->
                    component(
                        field.name(),
                        flat.get(field.name()),
                        (_, part) -> of(part, field.schema()))));
  }

  private static Map<String, @Nullable Object> parts(Record value) {
    RecordShape shape = new RecordShape(value.getClass());
    RecordComponent[] components = value.getClass().getRecordComponents();
    Map<String, @Nullable Object> parts = new LinkedHashMap<>();
    for (int i = 0; i < components.length; i++) {
      parts.put(components[i].getName(), shape.get(i, value));
    }
    return parts;
  }

  private static String joined(Stream<String> parts) {
    return parts.filter(each -> !each.isEmpty()).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String component(
      String name, @Nullable Object value, BiFunction<String, Object, String> text) {
    return value == null ? "" : name + "=" + text.apply(name, value);
  }

  private static String items(Collection<?> values, Function<Object, String> text) {
    Stream<String> texts = values.stream().map(text);
    return (values instanceof Set ? texts.sorted() : texts)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
