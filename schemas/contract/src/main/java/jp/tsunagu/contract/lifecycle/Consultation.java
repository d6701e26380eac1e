package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import org.jspecify.annotations.Nullable;

/**
 * How a case began.
 *
 * @param settledFields the fields after assessment; none while those at reception stand
 * @param supportEnded how the receiving agency's own support ended; none while it goes on
 */
public record Consultation(
    AgencyId receivedBy,
    Set<Field> fields,
    @Nullable Set<Field> settledFields,
    AreaId area,
    Urgency urgency,
    ReceptionKind kind,
    @Nullable String introducedBy,
    Instant receivedAt,
    @Nullable CompletionOutcome supportEnded) {

  public Consultation {
    fields = Set.copyOf(fields);
    settledFields = settledFields == null ? null : Set.copyOf(settledFields);
  }

  Consultation settled(Set<Field> newFields) {
    return new Consultation(
        receivedBy, fields, newFields, area, urgency, kind, introducedBy, receivedAt, supportEnded);
  }

  Consultation ended(CompletionOutcome outcome) {
    return new Consultation(
        receivedBy, fields, settledFields, area, urgency, kind, introducedBy, receivedAt, outcome);
  }
}
