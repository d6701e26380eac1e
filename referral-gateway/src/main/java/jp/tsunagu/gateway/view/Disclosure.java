package jp.tsunagu.gateway.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import org.jspecify.annotations.Nullable;

/**
 * One dossier that travelled in a case: who got which parts, when, and who recorded that it opened
 * the referral with which it came.
 *
 * <p>Opening (開封) is a step of a referral. What came to an agency after that, or beside a referral,
 * has none, though it may have been read.
 *
 * @param version counted from 1 in the order in which dossiers travelled
 * @param with the event with which it travelled
 * @param referral the leg with which it travelled; none for one of the case
 * @param openedAt who opened it when, in that order
 */
public record Disclosure(
    int version,
    DossierOutline dossier,
    CaseEvent with,
    @Nullable ReferralId referral,
    Map<AgencyId, Instant> openedAt) {

  /** All of a case, in their order. */
  public static List<Disclosure> of(CaseId caseId, List<CaseEvent> events) {
    List<Disclosure> all = new ArrayList<>();
    CaseState state = CaseState.beforeFirst(caseId);
    for (CaseEvent event : events) {
      int known = state.dossiers().size();
      state = CaseLifecycle.evolve(state, event);
      for (DossierOutline outline : state.dossiers().subList(known, state.dossiers().size())) {
        all.add(
            new Disclosure(all.size() + 1, outline, event, legOf(event), new LinkedHashMap<>()));
      }
      if (event instanceof ReferralOpened opened) {
        state.referral(opened.referralId()).ifPresent(leg -> note(all, leg, opened));
      }
    }
    return List.copyOf(all);
  }

  private static void note(List<Disclosure> all, Referral leg, ReferralOpened event) {
    Instant when = event.header().occurredAt();
    all.stream()
        .filter(one -> leg.referralId().equals(one.referral()))
        .filter(one -> one.dossier().recipients().contains(leg.receiver()))
        .forEach(one -> one.openedAt().putIfAbsent(leg.receiver(), when));
  }

  private static @Nullable ReferralId legOf(CaseEvent event) {
    return Optional.of(event)
        .map(
            one ->
                switch (one) {
                  case ReferralEvent referral -> referral.referralId();
                  case CaseHandedBack handedBack -> handedBack.referralId();
                  default -> null;
                })
        .orElse(null);
  }
}
