package jp.tsunagu.stats.fact;

import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;

/** What kind of leg it is. */
public record LegNature(ReferralKind kind, ReferralMode mode, Urgency urgency) {}
