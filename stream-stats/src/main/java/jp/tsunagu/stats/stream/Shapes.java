package jp.tsunagu.stats.stream;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The shapes of the types that facts are made of. */
final class Shapes {

  private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

  private Shapes() {}

  static Shape of(Type type) {
    Shape known = KNOWN.get(type);
    if (known == null) {
      known = make(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Shape make(Type type) {
    return switch (type) {
      case Class<?> one when one.isRecord() -> new RecordShape(one);
      case Class<?> one when one.isEnum() -> ofEnum(one);
      case Class<?> one -> leaf(one);
      case ParameterizedType generic -> collection(generic);
      case Type _ -> throw new IllegalArgumentException("no shape for " + type);
    };
  }

  /** Enums by name: their order may change. */
  private static Shape ofEnum(Class<?> type) {
    Map<String, Object> byName = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      byName.put(((Enum<?>) constant).name(), constant);
    }
    return shape(
        (out, value) -> VariableBytes.writeText(out, ((Enum<?>) value).name()),
        in -> {
          Object found = byName.get(VariableBytes.readText(in));
          if (found == null) {
            throw new IllegalStateException("a stored code is not known any more");
          }
          return found;
        });
  }

  private static Shape leaf(Class<?> type) {
    if (type == String.class) {
      return shape(
          (out, value) -> VariableBytes.writeText(out, (String) value), VariableBytes::readText);
    }
    if (type == long.class) {
      return shape(
          (out, value) -> VariableBytes.writeNumber(out, (Long) value), VariableBytes::readNumber);
    }
    if (type == int.class) {
      return shape(
          (out, value) -> VariableBytes.writeNumber(out, (Integer) value),
          in -> Math.toIntExact(VariableBytes.readNumber(in)));
    }
    if (type == boolean.class) {
      return shape((out, value) -> out.write((Boolean) value ? 1 : 0), in -> in.get() == 1);
    }
    if (type == Instant.class) {
      return shape(
          (out, value) -> VariableBytes.writeNumber(out, ((Instant) value).toEpochMilli()),
          in -> Instant.ofEpochMilli(VariableBytes.readNumber(in)));
    }
    if (type == UUID.class) {
      return shape(Shapes::writeUuid, in -> new UUID(in.getLong(), in.getLong()));
    }
    throw new IllegalArgumentException("no shape for " + type);
  }

  private static void writeUuid(ByteArrayOutputStream out, Object value) {
    UUID id = (UUID) value;
    out.writeBytes(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static Shape collection(ParameterizedType type) {
    Shape first = of(type.getActualTypeArguments()[0]);
    if (type.getRawType() == Map.class) {
      Shape second = of(type.getActualTypeArguments()[1]);
      return shape(
          (out, value) -> writeMap(out, (Map<?, ?>) value, first, second),
          in -> readMap(in, first, second));
    }
    boolean isSet = type.getRawType() == Set.class;
    return shape(
        (out, value) -> {
          Collection<?> items = (Collection<?>) value;
          VariableBytes.writeNumber(out, items.size());
          items.forEach(item -> first.write(out, item));
        },
        in -> {
          List<Object> items = readList(in, first);
          return isSet ? new HashSet<>(items) : items;
        });
  }

  private static List<Object> readList(ByteBuffer in, Shape item) {
    long size = VariableBytes.readNumber(in);
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      items.add(item.read(in));
    }
    return items;
  }

  private static void writeMap(ByteArrayOutputStream out, Map<?, ?> map, Shape key, Shape value) {
    VariableBytes.writeNumber(out, map.size());
    map.forEach(
        (one, other) -> {
          key.write(out, one);
          value.write(out, other);
        });
  }

  private static Object readMap(ByteBuffer in, Shape key, Shape value) {
    long size = VariableBytes.readNumber(in);
    Map<Object, Object> map = new HashMap<>();
    for (long i = 0; i < size; i++) {
      map.put(key.read(in), value.read(in));
    }
    return map;
  }

  private static Shape shape(
      BiConsumer<ByteArrayOutputStream, Object> writer, Function<ByteBuffer, Object> reader) {
    return new Shape() {
      @Override
      public void write(ByteArrayOutputStream out, Object value) {
        writer.accept(out, value);
      }

      @Override
      public Object read(ByteBuffer in) {
        return reader.apply(in);
      }
    };
  }
}
