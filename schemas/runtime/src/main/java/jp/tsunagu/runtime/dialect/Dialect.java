package jp.tsunagu.runtime.dialect;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.PlaceId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.wording.Coded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The one dialect: a code with its label ({@code {"code": "ACCEPTED", "label": "受理"}}), an agency
 * with its name, instants with Tokyo's offset ({@code 2026-11-21T10:30:00+09:00}), ids as text,
 * persons as numbers. It is for what is told only: what is stored or travels between our own
 * programs has mappers of its own and never changes with it.
 */
public final class Dialect {

  private static final List<Class<?>> IDS =
      List.of(
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
          PlaceId.class,
          ReferralId.class,
          ResourceId.class,
          IssueId.class);

  private Dialect() {}

  /** An agency. */
  @Schema(description = "機関。保護案件では withheld (非公開)")
  public record AgencyName(
      @Schema(description = "機関ID") String id, @Schema(description = "機関の名称") String name) {}

  /** For a mapper that writes what is told. */
  public static JacksonModule module(AgencyNames names) {
    SimpleModule module = new SimpleModule("tsunagu-dialect");
    IDS.forEach(id -> module.addSerializer(id, ToStringSerializer.instance));
    module.addSerializer(
        AgencyId.class,
        new Written<>(
            AgencyId.class,
            (id, json) -> json.writePOJO(new AgencyName(id.value(), names.of(id)))));
    module.addSerializer(
        PersonRef.class,
        new Written<>(PersonRef.class, (person, json) -> json.writeNumber(person.number())));
    module.addSerializer(
        Code.class, new Written<>(Code.class, (code, json) -> json.writePOJO(Coded.of(code))));
    module.addSerializer(
        Instant.class,
        new Written<>(
            Instant.class, (moment, json) -> json.writeString(TokyoTime.written(moment))));
    return module;
  }

  private static final class Written<T> extends StdSerializer<T> {

    private final BiConsumer<T, JsonGenerator> writing;

    Written(Class<T> type, BiConsumer<T, JsonGenerator> writing) {
      super(type);
      this.writing = writing;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      writing.accept(value, json);
    }
  }
}
