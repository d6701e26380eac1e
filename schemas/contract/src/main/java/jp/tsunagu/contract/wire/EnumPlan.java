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
  private final boolean takesUnknown;

  /**
   * @param takesUnknown whether a code that this program does not know may stand there; not in a
   *     command, which would be carried out without it
   */
  EnumPlan(Class<? extends Enum<?>> type, Schema schema, boolean takesUnknown) {
    this.takesUnknown = takesUnknown;
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
    Enum<?> constant = (Enum<?>) Objects.requireNonNull(value);
    if (!mayStand(constant)) {
      throw new IllegalArgumentException("a command says what it wishes: no unknown code");
    }
    out.writeEnum(symbolOf[constant.ordinal()]);
  }

  @Override
  public Object read(Decoder in) throws IOException {
    int symbol = in.readEnum();
    if (symbol < 0 || symbol >= bySymbol.length) {
      throw new AvroTypeException("no such symbol");
    }
    if (!mayStand(bySymbol[symbol])) {
      throw new NotUnderstoodException(UnreadableReason.CODE_UNKNOWN);
    }
    return bySymbol[symbol];
  }

  private boolean mayStand(Enum<?> constant) {
    return takesUnknown || !(constant instanceof GrowingCode code) || code.isKnown();
  }
}
