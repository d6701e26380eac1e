package jp.tsunagu.contract.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the components of a Java record and constructs it anew, through method handles. */
final class RecordShape {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private final MethodHandle constructor;
  private final MethodHandle[] accessors;

  RecordShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    this.constructor = constructor(type, components);
    this.accessors = Stream.of(components).map(RecordShape::accessor).toArray(MethodHandle[]::new);
  }

  @Nullable Object get(int component, @Nullable Object value) {
    try {
      return (Object) accessors[component].invokeExact(value);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("an accessor threw a checked exception", e);
    }
  }

  /** Throws what the constructor throws where no such record can be. */
  Object construct(@Nullable Object... components) {
    try {
      return (Object) constructor.invokeExact(components);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a constructor threw a checked exception", e);
    }
  }

  private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
    Class<?>[] parameters =
        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return LOOKUP
          .findConstructor(type, MethodType.methodType(void.class, parameters))
          .asSpreader(Object[].class, parameters.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no public constructor", e);
    }
  }

  private static MethodHandle accessor(RecordComponent component) {
    try {
      return LOOKUP
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(component + " has no public accessor", e);
    }
  }
}
