package jp.tsunagu.scheduler.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request, field by field; the first fault is kept, so that it can be answered by
 * name.
 */
final class Input {

  private static final int LONGEST_LIST = 100;
  private static final int LONGEST_TEXT = 200;

  private final JsonNode node;
  private final List<Problem> faults;
  private final String path;

  Input(@Nullable JsonNode node) {
    this(
        node == null ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode() : node,
        new ArrayList<>(),
        "");
  }

  private Input(JsonNode node, List<Problem> faults, String path) {
    this.node = node;
    this.faults = faults;
    this.path = path;
  }

  /** The first thing wrong with what was asked for. */
  Optional<Problem> fault() {
    return faults.stream().findFirst();
  }

  private void fault(String field, String detail) {
    faults.add(ProblemCode.FIELD_INVALID.saying(detail).about(path + field));
  }

  private @Nullable JsonNode get(String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private <T> @Nullable T read(String field, String form, Function<String, @Nullable T> reading) {
    JsonNode value = get(field);
    if (value == null) {
      return null;
    }
    try {
      T read = reading.apply(value.asString());
      if (read == null) {
        fault(field, form + "で書いてください。");
      }
      return read;
    } catch (DateTimeException | IllegalArgumentException _) {
      fault(field, form + "で書いてください。");
      return null;
    }
  }

  private <T> T required(String field, @Nullable T value, T stand) {
    if (value == null) {
      fault(field, "この項目が必要です。");
      return stand;
    }
    return value;
  }

  @Nullable Instant optionalInstant(String field) {
    return read(
        field,
        "日時は 2026-10-13T15:00:00+09:00 の形",
        text -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
  }

  Instant instant(String field) {
    return required(field, optionalInstant(field), Instant.EPOCH);
  }

  List<Instant> instants(String field) {
    List<Instant> all = new ArrayList<>();
    each(field, item -> item.instant("at"), all, true);
    return all;
  }

  @Nullable LocalDate optionalDay(String field) {
    return read(field, "日は 2026-10-13 の形", LocalDate::parse);
  }

  LocalDate day(String field) {
    return required(field, optionalDay(field), LocalDate.EPOCH);
  }

  @Nullable String optionalText(String field) {
    return read(
        field,
        LONGEST_TEXT + "字までの文字",
        text -> text.isBlank() || text.length() > LONGEST_TEXT ? null : text);
  }

  String text(String field) {
    return required(field, optionalText(field), "none");
  }

  @Nullable Integer optionalNumber(String field) {
    return read(field, "整数", Integer::valueOf);
  }

  AgencyId agency(String field) {
    AgencyId read = read(field, "機関ID", text -> AgencyId.isValid(text) ? new AgencyId(text) : null);
    return required(field, read, AgencyId.WITHHELD);
  }

  <E extends Enum<E>> E code(String field, Class<E> type) {
    List<E> constants =
        Arrays.stream(java.util.Objects.requireNonNull(type.getEnumConstants()))
            .filter(each -> !(each instanceof GrowingCode code) || code.isKnown())
            .toList();
    E read =
        read(
            field,
            constants + " のどれか",
            text ->
                constants.stream()
                    .filter(each -> each.name().equals(text))
                    .findFirst()
                    .orElse(null));
    return required(field, read, constants.getFirst());
  }

  ItemRef item() {
    String caseId = read("caseId", "UUID", text -> CaseId.of(text).toString());
    String requestId = read("requestId", "UUID", text -> MeetingRequestId.of(text).toString());
    String none = new java.util.UUID(0, 0).toString();
    return new ItemRef(
        CaseId.of(required("caseId", caseId, none)),
        MeetingRequestId.of(required("requestId", requestId, none)));
  }

  Optional<Input> inside(String field) {
    JsonNode value = get(field);
    return value == null
        ? Optional.empty()
        : Optional.of(new Input(value, faults, path + field + "."));
  }

  <T> List<T> list(String field, Function<Input, T> reading) {
    List<T> all = new ArrayList<>();
    each(field, reading, all, false);
    return all;
  }

  private <T> void each(String field, Function<Input, T> reading, List<T> all, boolean plain) {
    JsonNode values = get(field);
    if (values == null) {
      return;
    }
    if (!values.isArray() || values.size() > LONGEST_LIST) {
      fault(field, "[ ] の形で" + LONGEST_LIST + "件まで書いてください。");
      return;
    }
    int number = 0;
    for (JsonNode value : values) {
      JsonNode wrapped =
          plain
              ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode().set("at", value)
              : value;
      all.add(reading.apply(new Input(wrapped, faults, path + field + "[" + number++ + "].")));
    }
  }
}
