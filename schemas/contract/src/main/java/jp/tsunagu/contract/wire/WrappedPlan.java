package jp.tsunagu.contract.wire;

import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The plan of a typed id: a Java record of one component that stands in Avro as that component. */
final class WrappedPlan implements Plan {
  private final RecordShape shape;
  private final Plan content;

  WrappedPlan(RecordShape shape, Plan content) {
    this.shape = shape;
    this.content = content;
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    content.write(shape.get(0, value), out);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    return shape.construct(content.read(in));
  }
}
