package jp.tsunagu.contract.topic;

import java.util.List;
import java.util.stream.Stream;
import jp.tsunagu.contract.growth.NewerRecord;

/** The records behind a sealed interface. */
public final class SealedRecords {
  private SealedRecords() {}

  /**
   * All records that these sealed interfaces permit, also through further ones, in the order of
   * declaration. A record stands for itself; what stands for records of newer programs is left out.
   */
  public static List<Class<? extends Record>> of(Class<?>... types) {
    return Stream.of(types)
        .<Class<? extends Record>>flatMap(SealedRecords::leaves)
        .filter(type -> !NewerRecord.class.isAssignableFrom(type))
        .toList();
  }

  private static Stream<Class<? extends Record>> leaves(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type.asSubclass(Record.class))
        : Stream.of(type.getPermittedSubclasses()).flatMap(SealedRecords::leaves);
  }
}
