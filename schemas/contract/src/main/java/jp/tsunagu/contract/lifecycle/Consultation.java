package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * How a case began.
 *
 * @param reception as the household came
 * @param settledFields the fields after assessment; none while those at reception stand
 * @param supportEnded how the receiving agency's own support ended; none while it goes on
 */
public record Consultation(
    AgencyId receivedBy,
    Reception reception,
    @Nullable Set<Field> settledFields,
    Instant receivedAt,
    @Nullable CompletionOutcome supportEnded) {

  public Consultation {
    settledFields = settledFields == null ? null : Set.copyOf(settledFields);
  }

  /** The fields as they are known now: after assessment, else at reception. */
  public Set<Field> fields() {
    return settledFields == null ? reception.fields() : settledFields;
  }

  Consultation settled(Set<Field> newFields) {
    return new Consultation(receivedBy, reception, newFields, receivedAt, supportEnded);
  }

  Consultation ended(CompletionOutcome outcome) {
    return new Consultation(receivedBy, reception, settledFields, receivedAt, outcome);
  }

  /** As somebody sees it who may not know what the assessment found. */
  public Consultation asReceived() {
    return new Consultation(receivedBy, reception, null, receivedAt, supportEnded);
  }
}
