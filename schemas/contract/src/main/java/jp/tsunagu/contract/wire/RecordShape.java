package jp.tsunagu.contract.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the components of a Java record and constructs it anew. A method handle that is not a
 * constant of the code that calls it runs many times slower than the method; so each is made the
 * constant of a small class of its own, when the record is first met: most never are.
 */
final class RecordShape {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private static final ClassValue<Calls> CALLS =
      new ClassValue<>() {
        @Override
        protected Calls computeValue(Class<?> type) {
          return Calls.of(type);
        }
      };

  private final Class<?> type;
  private @Nullable Calls calls;

  /** How this record is read and made; shared by all codecs of the process. */
  private record Calls(
      Function<Object[], Object> constructor, List<Function<Object, Object>> accessors) {

    static Calls of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      return new Calls(
          RecordShape.constructor(type, components),
          Stream.of(components).map(RecordShape::accessor).toList());
    }
  }

  RecordShape(Class<?> type) {
    this.type = type;
  }

  @SuppressWarnings("NullAway") // a component may be null where its schema says so
  @Nullable Object get(int component, @Nullable Object value) {
    return calls().accessors().get(component).apply(value);
  }

  /** Throws what the constructor throws where no such record can be. */
  Object construct(@Nullable Object... components) {
    return calls().constructor().apply(components);
  }

  private Calls calls() {
    Calls known = calls;
    if (known == null) {
      known = CALLS.get(type);
      calls = known;
    }
    return known;
  }

  @SuppressWarnings("unchecked") // the handle takes an array and gives an object
  private static Function<Object[], Object> constructor(
      Class<?> type, RecordComponent[] components) {
    Class<?>[] parameters =
        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      MethodHandle constructor =
          LOOKUP
              .findConstructor(type, MethodType.methodType(void.class, parameters))
              .asSpreader(Object[].class, parameters.length)
              .asType(MethodType.genericMethodType(1));
      return MethodHandleProxies.asInterfaceInstance(Function.class, constructor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no public constructor", e);
    }
  }

  @SuppressWarnings("unchecked") // the handle takes and gives an object
  private static Function<Object, Object> accessor(RecordComponent component) {
    try {
      MethodHandle accessor =
          LOOKUP.unreflect(component.getAccessor()).asType(MethodType.genericMethodType(1));
      return MethodHandleProxies.asInterfaceInstance(Function.class, accessor);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component + " has no public accessor", e);
    }
  }
}
