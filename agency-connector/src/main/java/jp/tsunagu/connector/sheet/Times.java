package jp.tsunagu.connector.sheet;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
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

  static final FormField<Instant> OCCURRED_AT =
      FormField.moment("occurredAt", "実際の日時", Plausible.HAPPENED);

  /** When the other side was told by telephone. */
  public static final FormField<Instant> PHONED_AT =
      FormField.moment("phonedAt", "電話日時", Plausible.HAPPENED);

  /** For whom it is entered. */
  public static final FormField<AgencyId> ON_BEHALF_OF = FormField.agency("onBehalfOf", "代行入力の相手");

  /** Entered as it happens. */
  public static final Times NOW = new Times(null, null, null);

  /** The fields every form has. */
  public static final List<FormField<?>> FIELDS = List.of(OCCURRED_AT, PHONED_AT, ON_BEHALF_OF);

  /** What was filled into them. */
  public static Times of(Filled filled) {
    return new Times(filled.get(OCCURRED_AT), filled.get(PHONED_AT), filled.get(ON_BEHALF_OF));
  }
}
