package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;

/**
 * An agency that a sheet connects the household to.
 *
 * @param receiver who must answer; none goes to the desk, which gives it its addressee (振り分け)
 * @param urgency how soon it must answer; none means as soon as the sheet says
 */
public record SheetLeg(
    ReferralId referralId,
    @Nullable AgencyId receiver,
    ReferralMode mode,
    @Nullable Urgency urgency) {}
