package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * 紹介先.
 *
 * @param receiver none means that the desk is to sort the sheet (振り分け)
 * @param chosen how the household is connected, where the sheet says it
 * @param usual how its sender connects where nothing is said
 */
public record ReferralForm(
    @Nullable AgencyId receiver,
    @Nullable ReferralMode chosen,
    Urgency urgency,
    ReferralMode usual) {

  /** How the household is connected. */
  public ReferralMode mode() {
    return chosen == null ? usual : chosen;
  }

  /** Who gets it. */
  public AgencyId receiverOr(AgencyId desk) {
    return receiver == null ? desk : receiver;
  }

  /** The same from an agency that usually connects households so. */
  ReferralForm sentUsually(ReferralMode other) {
    return new ReferralForm(receiver, chosen, urgency, other);
  }
}
