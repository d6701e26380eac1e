package jp.tsunagu.stats.stream;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record: its components in order; what may be absent is preceded by whether it is there. */
final class RecordShape implements Shape {

  private record Part(RecordComponent component, Shape shape, boolean nullable) {}

  private final Constructor<?> constructor;
  private final List<Part> parts = new ArrayList<>();

  RecordShape(Class<?> type) {
    try {
      constructor =
          type.getDeclaredConstructor(
              Stream.of(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
    } catch (NoSuchMethodException exception) {
      throw new IllegalStateException("every record has its constructor", exception);
    }
    for (RecordComponent component : type.getRecordComponents()) {
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      parts.add(new Part(component, Shapes.of(component.getGenericType()), nullable));
    }
  }

  @Override
  public void write(ByteArrayOutputStream out, Object value) {
    for (Part part : parts) {
      Object held = held(part.component(), value);
      if (part.nullable()) {
        out.write(held == null ? 0 : 1);
      }
      if (held != null) {
        part.shape().write(out, held);
      }
    }
  }

  @Override
  public Object read(ByteBuffer in) {
    Object[] values = new Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      Part part = parts.get(i);
      if (!part.nullable() || in.get() == 1) {
        values[i] = part.shape().read(in);
      }
    }
    try {
      return constructor.newInstance(values);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException fault) {
      throw new IllegalStateException("a stored record cannot be made again", fault);
    }
  }

  private static @Nullable Object held(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (IllegalAccessException | InvocationTargetException fault) {
      throw new IllegalStateException("a record does not tell what it holds", fault);
    }
  }
}
