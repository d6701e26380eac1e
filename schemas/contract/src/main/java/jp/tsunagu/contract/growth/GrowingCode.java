package jp.tsunagu.contract.growth;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.tsunagu.contract.code.Code;

/**
 * A set of codes that may grow. Its last constant is {@code UNKNOWN}: what a newer program said and
 * this one does not know. It is shown and counted, decides nothing, and is never written into a
 * command.
 */
public interface GrowingCode extends Code {
  /** What a person reads in place of a code that this program does not know. */
  String NEW_LABEL = "新しい区分(更新が必要)";

  /** The constant that stands for a code this program does not know. */
  String UNKNOWN = "UNKNOWN";

  @Override
  default boolean isKnown() {
    return !name().equals(UNKNOWN);
  }

  /** What can be chosen: every code this program knows, in the order of declaration. */
  static <E extends Enum<E> & GrowingCode> List<E> known(Class<E> type) {
    return Stream.of(Objects.requireNonNull(type.getEnumConstants()))
        .filter(GrowingCode::isKnown)
        .toList();
  }
}
