package jp.tsunagu.gateway.web;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.gateway.view.CaseIndex;
import jp.tsunagu.runtime.page.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which cases a list shows; an empty set or none asks for nothing.
 *
 * <p>It is asked about what the caller may see of a case only, so that filtering tells nothing
 * more.
 */
record CaseFilter(
    Set<String> agencies,
    Set<String> states,
    @Nullable Boolean overdue,
    @Nullable Boolean dueSoon,
    Set<Field> fields,
    Set<String> areas,
    Set<Urgency> urgencies,
    Set<ReceptionKind> kinds)
    implements Predicate<CaseState> {

  static CaseFilter read(Query query, Names names) {
    return new CaseFilter(
        query.choices("agency", Choices.agencies(names)),
        query.choices("state", Choices.caseStates()),
        query.flag("overdue"),
        query.flag("dueSoon"),
        query.choices("field", Field.class),
        query.choices("area", Choices.areas(names)),
        query.choices("urgency", Urgency.class),
        query.choices("kind", ReceptionKind.class));
  }

  @Override
  public boolean test(CaseState state) {
    return fits(states, CaseIndex.isOpen(state) ? Choices.OPEN : Choices.CLOSED)
        && fits(overdue, state, ReferralView::isOverdue)
        && fits(dueSoon, state, ReferralView::isDueSoon)
        && (agencies.isEmpty() || involved(state).anyMatch(agencies::contains))
        && fits(state.consultation());
  }

  private boolean fits(@Nullable Consultation consultation) {
    if (consultation == null) {
      return fields.isEmpty() && areas.isEmpty() && urgencies.isEmpty() && kinds.isEmpty();
    }
    return (fields.isEmpty() || consultation.fields().stream().anyMatch(fields::contains))
        && fits(areas, consultation.reception().area().value())
        && fits(urgencies, consultation.reception().urgency())
        && fits(kinds, consultation.reception().kind());
  }

  static <T> boolean fits(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }

  private static boolean fits(
      @Nullable Boolean wanted, CaseState state, Predicate<Referral> about) {
    return wanted == null || wanted == state.referrals().stream().anyMatch(about);
  }

  /** Every agency that stands in what may be seen of a case. */
  static Stream<String> involved(CaseState state) {
    Consultation consultation = state.consultation();
    Stream<AgencyId> first =
        consultation == null ? Stream.of() : Stream.of(consultation.receivedBy());
    Stream<AgencyId> legs =
        state.referrals().stream().flatMap(leg -> Stream.of(leg.sender(), leg.receiver()));
    return Stream.of(first, legs, coordinators(state.coordination()), state.members().stream())
        .flatMap(agencies -> agencies)
        .map(AgencyId::value);
  }

  private static Stream<AgencyId> coordinators(Coordination coordination) {
    return switch (coordination) {
      case Coordination.None _ -> Stream.of();
      case Coordination.Requested requested ->
          Stream.of(requested.coordinator(), requested.requestedBy());
      case Coordination.Open open -> Stream.of(open.coordinator(), open.requestedBy());
      case Coordination.Closed closed -> Stream.of(closed.coordinator(), closed.requestedBy());
    };
  }
}
