package jp.tsunagu.contract.wire;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schemas as the IDL sources say them now, taken from the generated classes. */
final class CurrentSchemas {
  private CurrentSchemas() {}

  static Schema of(Class<? extends Record> type) {
    return plain(SpecificData.get().getSchema(generated(RecordNames.nameOf(type))));
  }

  private static Class<?> generated(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the IDL has no record " + name, e);
    }
  }

  /** Without the properties that only the generated classes need. */
  private static Schema plain(Schema schema) {
    String json =
        schema
            .toString()
            .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
            .replace(",\"avro.java.string\":\"String\"", "");
    return new Schema.Parser().parse(json);
  }
}
