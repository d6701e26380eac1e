package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Comparator;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one Java type stand in Avro: built once, used for every record. A plan reads
 * from a plain decoder what its own schema wrote, and from a resolving decoder what another version
 * wrote.
 */
interface Plan {
  void write(@Nullable Object value, Encoder out) throws IOException;

  @Nullable Object read(Decoder in) throws IOException;

  /** In which order a set of such values is written. */
  default Comparator<Object> order() {
    return (left, right) -> compareNaturally(left, right);
  }

  @SuppressWarnings("unchecked") // only asked for types that a set is made of: ids and codes
  private static int compareNaturally(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }
}
