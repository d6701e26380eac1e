package jp.tsunagu.contract.wire;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.contract.topic.SealedRecords;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Builds the plans that pair Java records with Avro schemas: same fields, same names; what Java
 * groups stands flat in Avro ({@link RecordFields}). A pair that does not fit is a mistake in the
 * contract and throws an {@link IllegalStateException} that names the place. Thread-safe.
 *
 * <p>In a command every code must be known; elsewhere a growing set may say {@code UNKNOWN}.
 */
final class RecordMapper {
  private record Pair(Class<?> type, Schema schema) {}

  private final Map<Pair, RecordPlan> records = new HashMap<>();
  private final boolean takesUnknown;

  RecordMapper(boolean takesUnknown) {
    this.takesUnknown = takesUnknown;
  }

  synchronized RecordPlan plan(Class<? extends Record> type, Schema schema) {
    return record(type, schema, type.getSimpleName());
  }

  private RecordPlan record(Class<?> type, Schema schema, String place) {
    Pair pair = new Pair(type, schema);
    RecordPlan known = records.get(pair);
    if (known == null) {
      RecordFields fields = RecordFields.of(type, schema, place);
      known = new RecordPlan(fields, plans(fields, schema, place));
      records.put(pair, known);
    }
    return known;
  }

  private List<Plan> plans(RecordFields fields, Schema schema, String place) {
    return IntStream.range(0, fields.size())
        .mapToObj(
            i -> component(fields.type(i), schema.getFields().get(i), place + "." + fields.name(i)))
        .toList();
  }

  private Plan component(AnnotatedType type, Schema.Field field, String place) {
    Schema schema = field.schema();
    boolean mayBeAbsent = type.isAnnotationPresent(Nullable.class);
    require(mayBeAbsent == schema.isNullable(), place, "only one of the two may be absent");
    if (!mayBeAbsent) {
      return value(type.getType(), schema, place);
    }
    boolean nullFirst = schema.getTypes().getFirst().getType() == Schema.Type.NULL;
    require(
        nullFirst && schema.getTypes().size() == 2 && field.hasDefaultValue(),
        place,
        "not a union of null and one type with default null");
    return new NullablePlan(value(type.getType(), schema.getTypes().getLast(), place));
  }

  private Plan value(Type type, Schema schema, String place) {
    if (type instanceof ParameterizedType collection) {
      return collection(collection, schema, place);
    }
    Class<?> raw = (Class<?>) type;
    Plan leaf = Leaves.of(raw, schema);
    return leaf == null ? composed(raw, schema, place) : leaf;
  }

  private Plan composed(Class<?> raw, Schema schema, String place) {
    if (raw.isEnum()) {
      return code(raw, schema, place);
    }
    if (raw.isSealed()) {
      return union(raw, schema, place);
    }
    require(raw.isRecord(), place, raw + " cannot stand for " + schema.getType());
    return schema.getType() == Schema.Type.RECORD
        ? record(raw, schema, place)
        : wrapped(raw, schema, place);
  }

  private Plan collection(ParameterizedType type, Schema schema, String place) {
    require(schema.getType() == Schema.Type.ARRAY, place, "a collection is an array");
    boolean isSet = type.getRawType() == Set.class;
    require(isSet || type.getRawType() == List.class, place, "neither list nor set");
    return new CollectionPlan(
        value(type.getActualTypeArguments()[0], schema.getElementType(), place + "[]"), isSet);
  }

  @SuppressWarnings("unchecked") // asked for enums only
  private Plan code(Class<?> type, Schema schema, String place) {
    var enumType = (Class<? extends Enum<?>>) type;
    if (GrowingCodePlan.isGrowing(type)) {
      require(
          schema.getType() == Schema.Type.STRING, place, "codes that are never guessed are text");
      return GrowingCodePlan.of(enumType);
    }
    require(schema.getType() == Schema.Type.ENUM, place, "a set of codes is an enum");
    return new EnumPlan(enumType, schema, takesUnknown);
  }

  private Plan wrapped(Class<?> type, Schema schema, String place) {
    RecordComponent[] components = type.getRecordComponents();
    require(components.length == 1, place, type + " is not a single value");
    return new WrappedPlan(
        new RecordShape(type), value(components[0].getGenericType(), schema, place));
  }

  private Plan union(Class<?> type, Schema schema, String place) {
    require(schema.getType() == Schema.Type.UNION, place, "a sealed interface is a union");
    Map<String, Class<?>> bySimpleName = new HashMap<>();
    SealedRecords.of(type).forEach(each -> bySimpleName.put(each.getSimpleName(), each));
    require(schema.getTypes().size() == bySimpleName.size(), place, "other branches");
    Map<Class<?>, Integer> indexes = new HashMap<>();
    List<Plan> branches = new ArrayList<>();
    for (Schema branch : schema.getTypes()) {
      Class<?> branchType = bySimpleName.get(branch.getName());
      if (branchType == null) {
        throw new IllegalStateException(place + ": no record for the branch " + branch.getName());
      }
      indexes.put(branchType, branches.size());
      branches.add(record(branchType, branch, place + "/" + branch.getName()));
    }
    return new UnionPlan(Map.copyOf(indexes), List.copyOf(branches));
  }

  private static void require(boolean holds, String place, String message) {
    if (!holds) {
      throw new IllegalStateException(place + ": " + message);
    }
  }
}
