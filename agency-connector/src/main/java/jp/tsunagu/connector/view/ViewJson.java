package jp.tsunagu.connector.view;

import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * JSON of what is told: ids as text, persons as numbers, instants in UTC, bytes and secrets never.
 */
public final class ViewJson {

  /** The one mapper. */
  public static final JsonMapper MAPPER = JsonMapper.builder().addModule(module()).build();

  private ViewJson() {}

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("tsunagu-view");
    for (Class<?> id : identifiers()) {
      module.addSerializer(id, ToStringSerializer.instance);
    }
    module.addSerializer(PersonRef.class, new PersonNumber());
    module.addSerializer(Bytes.class, new Masked<>(Bytes.class));
    module.addSerializer(Sensitive.class, new Masked<>(Sensitive.class));
    return module;
  }

  private static Class<?>[] identifiers() {
    return new Class<?>[] {
      AgencyId.class,
      AreaId.class,
      BodyId.class,
      CaseId.class,
      CaseNumber.class,
      CommandId.class,
      ConsentId.class,
      DossierId.class,
      EventId.class,
      KeyId.class,
      MeetingId.class,
      MeetingRequestId.class,
      NetworkId.class,
      ReferralId.class
    };
  }

  private static final class PersonNumber extends StdSerializer<PersonRef> {
    PersonNumber() {
      super(PersonRef.class);
    }

    @Override
    public void serialize(PersonRef value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(value.number());
    }
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
