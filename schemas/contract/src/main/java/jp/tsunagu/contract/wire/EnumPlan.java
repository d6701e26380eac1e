package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Objects;
import jp.tsunagu.contract.growth.GrowingCode;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The plan of an Avro enum with the same constants: closed, or growing with the symbol by default
 * for what a newer program writes.
 */
final class EnumPlan implements Plan {
  private final Enum<?>[] bySymbol;
  private final int[] symbolOf;

  EnumPlan(Class<? extends Enum<?>> type, Schema schema) {
    Enum<?>[] constants = Objects.requireNonNull(type.getEnumConstants());
    bySymbol = new Enum<?>[constants.length];
    symbolOf = new int[constants.length];
    if (schema.getEnumSymbols().size() != constants.length) {
      throw new IllegalStateException(type.getName() + " and its schema differ in their codes");
    }
    if (GrowingCode.class.isAssignableFrom(type)
        && !GrowingCode.UNKNOWN.equals(schema.getEnumDefault())) {
      throw new IllegalStateException(type.getName() + " may grow, but its schema has no default");
    }
    for (Enum<?> constant : constants) {
      int symbol = schema.getEnumOrdinal(constant.name());
      bySymbol[symbol] = constant;
      symbolOf[constant.ordinal()] = symbol;
    }
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    out.writeEnum(symbolOf[((Enum<?>) Objects.requireNonNull(value)).ordinal()]);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    int symbol = in.readEnum();
    if (symbol < 0 || symbol >= bySymbol.length) {
      throw new AvroTypeException("no such symbol");
    }
    return bySymbol[symbol];
  }
}
