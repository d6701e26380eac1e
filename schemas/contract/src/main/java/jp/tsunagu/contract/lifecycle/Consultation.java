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
    return with(newFields, supportEnded);
  }

  Consultation ended(CompletionOutcome outcome) {
    return with(settledFields, outcome);
  }

  /** As somebody sees it who may not know what the assessment found. */
  public Consultation asReceived() {
    return with(null, supportEnded);
  }

  private Consultation with(@Nullable Set<Field> settled, @Nullable CompletionOutcome ended) {
    return new Consultation(
        receivedBy, fields, settled, area, urgency, kind, introducedBy, receivedAt, ended);
  }
}
