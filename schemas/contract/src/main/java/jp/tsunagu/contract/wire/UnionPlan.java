package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a sealed interface inside a record: a union of its records. Only the case state has
 * such, because its topic can be rebuilt from the ledger.
 */
record UnionPlan(Map<Class<?>, Integer> indexes, List<Plan> branches) implements Plan {

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    int index = Objects.requireNonNull(indexes.get(Objects.requireNonNull(value).getClass()));
    out.writeIndex(index);
    branches.get(index).write(value, out);
  }

  @Override
  public @Nullable Object read(Decoder in) throws IOException {
    int index = in.readIndex();
    if (index < 0 || index >= branches.size()) {
      throw new AvroTypeException("no such branch");
    }
    return branches.get(index).read(in);
  }
}
