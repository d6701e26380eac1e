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

/** The plan of a Java record: its components, and those of its groups, are the fields in Avro. */
final class RecordPlan implements Plan {
  private final RecordFields fields;
  private final Plan[] plans;

  /** The plans in the order of the fields. */
  RecordPlan(RecordFields fields, List<Plan> plans) {
    this.fields = fields;
    this.plans = plans.toArray(Plan[]::new);
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    for (int i = 0; i < plans.length; i++) {
      plans[i].write(fields.get(i, value), out);
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
    return fields.construct(values);
  }

  /** By the first field that differs; only records without absent fields stand in sets. */
  @Override
  public Comparator<Object> order() {
    Comparator<Object> order = (_, _) -> 0;
    for (int i = 0; i < plans.length; i++) {
      int field = i;
      order =
          order.thenComparing(
              value -> Objects.requireNonNull(fields.get(field, value)), plans[i].order());
    }
    return order;
  }
}
