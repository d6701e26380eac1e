package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.ResolvingDecoder;
import org.jspecify.annotations.Nullable;

/** The plan of a Java record: its components in order are the fields of an Avro record. */
final class RecordPlan implements Plan {
  private final RecordShape shape;
  private final Plan[] plans;

  RecordPlan(RecordShape shape, List<Plan> plans) {
    this.shape = shape;
    this.plans = plans.toArray(Plan[]::new);
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    for (int i = 0; i < plans.length; i++) {
      plans[i].write(shape.get(i, value), out);
    }
  }

  @Override
  public Object read(Decoder in) throws IOException {
    @Nullable Object[] values = new Object[plans.length];
    if (in instanceof ResolvingDecoder resolving) {
      for (Schema.Field field : resolving.readFieldOrder()) {
        values[field.pos()] = plans[field.pos()].read(in);
      }
    } else {
      for (int i = 0; i < plans.length; i++) {
        values[i] = plans[i].read(in);
      }
    }
    return shape.construct(values);
  }

  /** By the first component that differs; only records without absent components stand in sets. */
  @Override
  public Comparator<Object> order() {
    Comparator<Object> order = (_, _) -> 0;
    for (int i = 0; i < plans.length; i++) {
      int component = i;
      order =
          order.thenComparing(
              value -> Objects.requireNonNull(shape.get(component, value)), plans[i].order());
    }
    return order;
  }
}
