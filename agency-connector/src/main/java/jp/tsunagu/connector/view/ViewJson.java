package jp.tsunagu.connector.view;

import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.dialect.AgencyNames;
import jp.tsunagu.runtime.dialect.Dialect;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** JSON of what is told: in the one {@link Dialect}, bytes and secrets never. */
public final class ViewJson {

  /** For what tells of no agency. */
  public static final JsonMapper MAPPER = mapper(AgencyId::value);

  private ViewJson() {}

  /** For what tells of agencies too. */
  public static JsonMapper mapper(AgencyNames names) {
    return JsonMapper.builder().addModule(Dialect.module(names)).addModule(secrets()).build();
  }

  /** Keeps bytes and secrets out of a mapper that tells. */
  public static JacksonModule secrets() {
    SimpleModule module = new SimpleModule("tsunagu-secrets");
    module.addSerializer(Bytes.class, new Masked<>(Bytes.class));
    module.addSerializer(Sensitive.class, new Masked<>(Sensitive.class));
    return module;
  }

  private static final class Masked<T> extends StdSerializer<T> {
    Masked(Class<T> type) {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeNull();
    }
  }
}
