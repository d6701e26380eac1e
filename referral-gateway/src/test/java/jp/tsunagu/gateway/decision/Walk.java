package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralForwarded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralTriaged;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Emit;
import jp.tsunagu.gateway.decision.Decision.Refuse;

/** One case under a wanderer's commands; everything that must always hold is checked on the way. */
final class Walk {
  private CaseState state;
  private CaseState publicState;
  private Instant now = Story.tokyo("2026-04-01T09:00");
  private final List<CaseEvent> events = new ArrayList<>();
  private final Map<ReferralId, Integer> answers = new HashMap<>();
  final Map<RefusalCode, Integer> refusals = new EnumMap<>(RefusalCode.class);
  final Map<String, Integer> happened = new TreeMap<>();

  Walk(CaseId caseId) {
    this.state = CaseState.beforeFirst(caseId);
    this.publicState = state;
  }

  CaseState state() {
    return state;
  }

  List<CaseEvent> events() {
    return events;
  }

  void step(Wanderer wanderer) {
    now = wanderer.later(now);
    tellDeadlines();
    AgencyId actor = wanderer.actor(state);
    CaseCommand command = wanderer.next(state, actor, now);
    DecisionContext context = new DecisionContext(actor, now, Town.DIRECTORY, null);
    Decision decision = CaseDecider.decide(state, command, context);
    switch (decision) {
      case Emit emit -> emit.events().forEach(this::happen);
      case Refuse refuse -> refused(refuse);
    }
  }

  private void tellDeadlines() {
    CaseDecider.due(state, now, 0).forEach(this::happen);
    assertThat(CaseDecider.due(state, now, 0)).isEmpty();
  }

  private void refused(Refuse refuse) {
    refusals.merge(refuse.code(), 1, Integer::sum);
    assertThat(refuse.code().label()).isNotBlank();
    assertThat(refuse.nextSteps()).isNotEmpty();
  }

  private void happen(CaseEvent event) {
    happened.merge(event.getClass().getSimpleName(), 1, Integer::sum);
    assertThat(event.header().sequence()).isEqualTo(state.sequence() + 1);
    assertThat(event.header().eventId())
        .isEqualTo(EventId.of(state.caseId(), event.header().sequence()));
    nothingHappensAfterTheEnd(event);
    oneAnswerWins(event);
    state = CaseLifecycle.evolve(state, event);
    events.add(event);
    theLedgerFoldsToThePublicState(event);
    nobodyExcludedLearns(event);
    noReceiverLearnsOfAnother(event);
  }

  private void nothingHappensAfterTheEnd(CaseEvent event) {
    if (event instanceof ReferralEvent referral) {
      boolean ended =
          state.referral(referral.referralId()).filter(leg -> !leg.isOpen()).isPresent();
      assertThat(ended && !(event instanceof ReferralReopened))
          .as("%s after the end", event.getClass().getSimpleName())
          .isFalse();
    }
  }

  private void oneAnswerWins(CaseEvent event) {
    switch (event) {
      case ReferralSent sent -> answers.put(sent.referralId(), 0);
      case CaseHandedBack handedBack -> answers.put(handedBack.referralId(), 0);
      case ReferralTriaged triaged -> answers.put(triaged.referralId(), 0);
      case ReferralReopened reopened when reopened.clock() != null ->
          answers.put(reopened.referralId(), 0);
      case ReferralAccepted accepted -> countAnswer(accepted);
      case ReferralDeclined declined -> countAnswer(declined);
      case ReferralForwarded forwarded -> countAnswer(forwarded);
      case ReferralSentBack sentBack -> countAnswer(sentBack);
      default -> {}
    }
  }

  private void countAnswer(ReferralEvent answer) {
    assertThat(answers.merge(answer.referralId(), 1, Integer::sum)).isEqualTo(1);
  }

  private void theLedgerFoldsToThePublicState(CaseEvent event) {
    CaseEvent published = GeneralView.of(event, state.isProtected(), Town.DESK);
    publicState = CaseLifecycle.evolve(publicState, published);
    CaseState view = GeneralView.of(state, Town.DESK);
    assertThat(GeneralView.of(publicState, Town.DESK)).isEqualTo(view);
    assertThat(GeneralView.of(view, Town.DESK)).isEqualTo(view);
    if (state.isProtected()) {
      namesNobody(published.toString());
    }
    if (state.everProtected()) {
      namesNobody(view.toString());
    }
  }

  private static void namesNobody(String published) {
    for (AgencyId agency : Town.DIRECTORY.agencies().stream().map(a -> a.agencyId()).toList()) {
      if (!agency.equals(Town.DESK)) {
        assertThat(published).doesNotContain("=" + agency.value() + "]");
      }
    }
    assertThat(published).doesNotContain("=" + Town.WEST.value()).doesNotContain("tax-office");
  }

  private void nobodyExcludedLearns(CaseEvent event) {
    Set<AgencyId> audience = Audience.of(state, event, Town.ROLL);
    assertThat(audience).noneMatch(agency -> Parties.isExcluded(state, agency));
    assertThat(audience)
        .doesNotContain(AgencyId.GATEWAY, AgencyId.SCHEDULER, AgencyId.WITHHELD, Town.STRANGER);
  }

  private void noReceiverLearnsOfAnother(CaseEvent event) {
    if (event instanceof ReferralEvent referral
        && !(event instanceof ReferralEvent.DossierRequested)) {
      Referral leg = state.referral(referral.referralId()).orElseThrow();
      Set<AgencyId> audience = Audience.of(state, event, Town.ROLL);
      Set<AgencyId> concerned = Parties.watchers(state, leg, Town.ROLL);
      assertThat(audience)
          .allMatch(
              agency ->
                  concerned.contains(agency)
                      || agency.equals(Town.DESK)
                      || agency.equals(event.header().actor()));
    }
  }
}
