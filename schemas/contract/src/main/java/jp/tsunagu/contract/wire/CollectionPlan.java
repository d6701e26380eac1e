package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** The plan of a list or a set; a set is written sorted, so that equal records have equal bytes. */
record CollectionPlan(Plan item, boolean isSet) implements Plan {

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    Object[] items = ((Collection<?>) Objects.requireNonNull(value)).toArray();
    if (isSet) {
      Arrays.sort(items, item.order());
    }
    out.writeArrayStart();
    out.setItemCount(items.length);
    for (Object each : items) {
      out.startItem();
      item.write(each, out);
    }
    out.writeArrayEnd();
  }

  @Override
  public Object read(Decoder in) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (long count = in.readArrayStart(); count != 0; count = in.arrayNext()) {
      for (long i = 0; i < count; i++) {
        items.add(item.read(in));
      }
    }
    return isSet ? Set.copyOf(items) : List.copyOf(items);
  }
}
