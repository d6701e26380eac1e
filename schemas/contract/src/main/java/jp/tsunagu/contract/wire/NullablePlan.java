package jp.tsunagu.contract.wire;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The plan of what may be absent: a union whose first branch is null. */
record NullablePlan(Plan present) implements Plan {
  private static final int ABSENT = 0;
  private static final int PRESENT = 1;

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    if (value == null) {
      out.writeIndex(ABSENT);
    } else {
      out.writeIndex(PRESENT);
      present.write(value, out);
    }
  }

  @Override
  public @Nullable Object read(Decoder in) throws IOException {
    if (in.readIndex() == PRESENT) {
      return present.read(in);
    }
    in.readNull();
    return null;
  }
}
