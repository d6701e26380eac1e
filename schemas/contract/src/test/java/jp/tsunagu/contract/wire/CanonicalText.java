package jp.tsunagu.contract.wire;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.Bytes;
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
      case Collection<?> each -> items(each);
      case Bytes each -> HexFormat.of().formatHex(each.toByteArray());
      default -> value.toString();
    };
  }

  /** What an older version of the record said: without the fields it did not have yet. */
  static String of(Record value, Set<String> fields) {
    return value.getClass().getSimpleName() + components(value, fields::contains);
  }

  private static String components(Record value) {
    return components(value, _ -> true);
  }

  private static String components(Record value, Predicate<String> known) {
    RecordShape shape = new RecordShape(value.getClass());
    RecordComponent[] components = value.getClass().getRecordComponents();
    return IntStream.range(0, components.length)
        .filter(i -> known.test(components[i].getName()))
        .mapToObj(i -> component(components[i].getName(), shape.get(i, value)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String component(String name, @Nullable Object value) {
    return value == null ? "" : name + "=" + of(value);
  }

  private static String items(Collection<?> values) {
    Stream<String> texts = values.stream().map(CanonicalText::of);
    return (values instanceof Set ? texts.sorted() : texts)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
