package jp.tsunagu.connector.sheet;

import java.time.Instant;
import jp.tsunagu.connector.form.Fields;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * When something really happened, and for whom it is entered.
 *
 * @param occurredAt the real time; none means now
 * @param phonedAt when the other side was told by telephone first
 * @param onBehalfOf the participant on paper for whom it is entered (代行入力)
 */
public record Times(
    @Nullable Instant occurredAt, @Nullable Instant phonedAt, @Nullable AgencyId onBehalfOf) {

  /** Entered as it happens. */
  public static final Times NOW = new Times(null, null, null);

  /** Reads {@code occurredAt}, {@code phonedAt} and {@code onBehalfOf}. */
  public static Times read(Fields fields, Agencies agencies) {
    return new Times(
        fields.moment("occurredAt"),
        fields.moment("phonedAt"),
        agencies.read(fields, "onBehalfOf"));
  }
}
