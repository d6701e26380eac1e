package jp.tsunagu.contract.wire;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    return components(value, _ -> true, (_, component) -> of(component));
  }

  private static String components(Record value, Schema schema) {
    return components(
        value,
        name -> schema.getField(name) != null,
        (name, component) -> of(component, schema.getField(name).schema()));
  }

  private static String components(
      Record value, Predicate<String> known, BiFunction<String, Object, String> text) {
    RecordShape shape = new RecordShape(value.getClass());
    RecordComponent[] components = value.getClass().getRecordComponents();
    return IntStream.range(0, components.length)
        .filter(i -> known.test(components[i].getName()))
        .mapToObj(i -> component(components[i].getName(), shape.get(i, value), text))
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(", ", "(", ")"));
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
