package jp.tsunagu.contract.topic;

import java.util.List;
import java.util.stream.Stream;

/** The records behind a sealed interface. */
public final class SealedRecords {
  private SealedRecords() {}

  /**
   * All records that these sealed interfaces permit, also through further ones, in the order of
   * declaration. A record stands for itself.
   */
  public static List<Class<? extends Record>> of(Class<?>... types) {
    return Stream.of(types).<Class<? extends Record>>flatMap(SealedRecords::leaves).toList();
  }

  private static Stream<Class<? extends Record>> leaves(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.asSubclass(Record.class))
        : Stream.of(type.getPermittedSubclasses()).flatMap(SealedRecords::leaves);
  }
}
