package jp.tsunagu.gateway.web;

import java.util.Set;
import java.util.function.Predicate;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralKind;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.view.CaseIndex.Leg;
import jp.tsunagu.runtime.page.Query;
import org.jspecify.annotations.Nullable;

/** Which legs a list shows; like {@link CaseFilter} it is asked about visible things only. */
record ReferralFilter(
    Set<String> agencies,
    Set<String> states,
    @Nullable Boolean overdue,
    @Nullable Boolean dueSoon,
    Set<Field> fields,
    Set<String> areas,
    Set<Urgency> urgencies,
    Set<ReferralKind> kinds)
    implements Predicate<Leg> {

  static ReferralFilter read(Query query, Names names) {
    return new ReferralFilter(
        query.choices("agency", Choices.agencies(names)),
        query.choices("state", Choices.referralStates()),
        query.flag("overdue"),
        query.flag("dueSoon"),
        query.choices("field", Field.class),
        query.choices("area", Choices.areas(names)),
        query.choices("urgency", Urgency.class),
        query.choices("kind", ReferralKind.class));
  }

  @Override
  public boolean test(Leg leg) {
    Referral referral = leg.referral();
    return fitsAgency(referral)
        && fitsState(referral)
        && (overdue == null || overdue == ReferralView.isOverdue(referral))
        && (dueSoon == null || dueSoon == ReferralView.isDueSoon(referral))
        && CaseFilter.fits(urgencies, referral.urgency())
        && CaseFilter.fits(kinds, referral.kind())
        && fitsCase(leg.state());
  }

  private boolean fitsAgency(Referral referral) {
    return agencies.isEmpty()
        || agencies.contains(referral.sender().value())
        || agencies.contains(referral.receiver().value());
  }

  private boolean fitsState(Referral referral) {
    return states.isEmpty()
        || states.contains(StageCode.of(referral.stage()).name())
        || states.contains(referral.isOpen() ? Choices.OPEN : Choices.CLOSED);
  }

  private boolean fitsCase(CaseState state) {
    Consultation consultation = state.consultation();
    if (consultation == null) {
      return fields.isEmpty() && areas.isEmpty();
    }
    return (fields.isEmpty() || consultation.fields().stream().anyMatch(fields::contains))
        && CaseFilter.fits(areas, consultation.reception().area().value());
  }
}
