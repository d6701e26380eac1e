package jp.tsunagu.connector.sheet;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * 紹介先.
 *
 * @param receiver none means that the desk is to sort the sheet (振り分け)
 */
public record ReferralForm(@Nullable AgencyId receiver, ReferralMode mode, Urgency urgency) {}
