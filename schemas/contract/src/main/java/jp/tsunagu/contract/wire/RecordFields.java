package jp.tsunagu.contract.wire;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an Avro record in a Java record. A component whose name no field bears is a group:
 * a record whose components are fields themselves, so that what belongs together stands together in
 * Java, and bytes and schemas stay as they are. Groups hold no groups and are never absent.
 */
final class RecordFields {
  private final RecordShape shape;
  private final List<Part> parts;
  private final List<Field> fields;

  /**
   * A field.
   *
   * @param part which component of the record it is, or in which it stands
   * @param place in its group; -1 for a field that is a component itself
   */
  private record Field(String name, AnnotatedType type, int part, int place) {}

  /**
   * A component.
   *
   * @param group none for a component that is a field itself
   * @param fields positions of its fields in the schema, in the order of its components
   */
  private record Part(@Nullable RecordShape group, int[] fields) {
    @Nullable Object of(@Nullable Object[] values) {
      if (group == null) {
        return values[fields[0]];
      }
      @Nullable Object[] components = new Object[fields.length];
      for (int i = 0; i < fields.length; i++) {
        components[i] = values[fields[i]];
      }
      return group.construct(components);
    }
  }

  private RecordFields(RecordShape shape, List<Part> parts, List<Field> fields) {
    this.shape = shape;
    this.parts = parts;
    this.fields = fields;
  }

  /** Those of a schema; throws an {@link IllegalStateException} where the two do not fit. */
  static RecordFields of(Class<?> type, Schema schema, String place) {
    RecordComponent[] components = type.getRecordComponents();
    List<Field> found = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      found.addAll(fields(components[i], i, schema));
    }
    if (found.size() != schema.getFields().size()) {
      throw new IllegalStateException(place + ": another number of fields");
    }
    List<Field> ordered =
        schema.getFields().stream().map(field -> named(field.name(), found, place)).toList();
    return new RecordFields(
        new RecordShape(type),
        IntStream.range(0, components.length)
            .mapToObj(i -> part(components[i], i, schema, ordered))
            .toList(),
        ordered);
  }

  private static boolean isGroup(RecordComponent component, Schema schema) {
    return schema.getField(component.getName()) == null && component.getType().isRecord();
  }

  private static List<Field> fields(RecordComponent component, int part, Schema schema) {
    if (!isGroup(component, schema)) {
      return List.of(new Field(component.getName(), component.getAnnotatedType(), part, -1));
    }
    RecordComponent[] inside = component.getType().getRecordComponents();
    return IntStream.range(0, inside.length)
        .mapToObj(i -> new Field(inside[i].getName(), inside[i].getAnnotatedType(), part, i))
        .toList();
  }

  private static Field named(String name, List<Field> fields, String place) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(place + "." + name + ": no such component"));
  }

  private static Part part(
      RecordComponent component, int part, Schema schema, List<Field> ordered) {
    boolean isGroup = isGroup(component, schema);
    int[] positions =
        Stream.of(fields(component, part, schema).toArray(Field[]::new))
            .mapToInt(ordered::indexOf)
            .toArray();
    return new Part(isGroup ? new RecordShape(component.getType()) : null, positions);
  }

  String name(int field) {
    return fields.get(field).name();
  }

  AnnotatedType type(int field) {
    return fields.get(field).type();
  }

  int size() {
    return fields.size();
  }

  @Nullable Object get(int at, @Nullable Object value) {
    Field field = fields.get(at);
    Object component = shape.get(field.part(), value);
    RecordShape group = parts.get(field.part()).group();
    return group == null ? component : group.get(field.place(), component);
  }

  /** Throws what the constructor throws where no such record can be. */
  Object construct(@Nullable Object[] values) {
    @Nullable Object[] components = new Object[parts.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = parts.get(i).of(values);
    }
    return shape.construct(components);
  }
}
