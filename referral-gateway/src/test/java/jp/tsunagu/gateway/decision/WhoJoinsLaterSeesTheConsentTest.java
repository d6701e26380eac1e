package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * An agency that joins a case sees what its persons allowed before, with what they keep from it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoJoinsLaterSeesTheConsentTest {
  private static final Exclusion KEPT_FROM_HIGASHI = new Exclusion(DetailKind.HEALTH, HIGASHI);

  private final Story story = Story.beginning("2026-12-01T10:20");

  @BeforeEach
  void a_consent_stands_before_anybody_joins() {
    story.does(SHAKYO, h -> Commands.receive(h, 2, Field.OTHER));
    story.does(SHAKYO, h -> consent(h, 1, null));
  }

  private static RecordConsent consent(
      CommandHeader header, int number, @Nullable LocalDate until) {
    return new RecordConsent(
        header,
        Story.consent(number),
        new ConsentTerms(
            Story.person(2),
            ConsentPurpose.COORDINATION,
            Set.of(DetailKind.IDENTITY, DetailKind.HEALTH),
            Set.of(SHOGAI, HOKENSHO, DESK),
            Set.of(KEPT_FROM_HIGASHI),
            ConsentMethod.WRITTEN,
            LocalDate.of(2026, 12, 1),
            until));
  }

  private void sendTo(AgencyId receiver) {
    story.does(
        "2026-12-09T10:00",
        SHAKYO,
        h -> Commands.send(h, Commands.ONE, receiver, ReferralMode.TOGETHER, null, null));
  }

  @Test
  void with_a_referral_come_scope_and_exclusions() {
    assertThat(story.toldTo(SHOGAI)).isEmpty();
    sendTo(SHOGAI);
    assertThat(story.shownTo(SHOGAI))
        .containsExactly(story.state().consent(Story.consent(1)).orElseThrow());
    Consent shown = story.shownTo(SHOGAI).getFirst();
    assertThat(shown.terms().scope()).contains(DetailKind.HEALTH);
    assertThat(shown.terms().exclusions()).containsExactly(KEPT_FROM_HIGASHI);
  }

  @Test
  void whoever_it_does_not_name_is_shown_nothing() {
    sendTo(NISHI);
    assertThat(story.shownTo(NISHI)).isEmpty();
    assertThat(story.shownTo(SHAKYO)).isEmpty();
  }

  @Test
  void what_was_taken_back_or_has_ended_is_not_shown() {
    story.does(SHAKYO, h -> consent(h, 2, LocalDate.of(2026, 12, 8)));
    story.does(SHAKYO, h -> new WithdrawConsent(h, Story.consent(1), Set.of(SHOGAI)));
    sendTo(SHOGAI);
    assertThat(story.shownTo(SHOGAI)).isEmpty();
  }

  @Test
  void it_is_shown_once_and_later_ones_come_as_they_are_recorded() {
    sendTo(SHOGAI);
    story.does(SHAKYO, h -> consent(h, 2, null));
    story.does(
        SHAKYO, h -> Commands.send(h, Commands.TWO, SHOGAI, ReferralMode.ADVICE, null, null));
    assertThat(story.shownTo(SHOGAI)).hasSize(1);
    assertThat(story.toldTo(SHOGAI)).contains("ConsentRecorded");
  }

  @Test
  void a_member_the_next_leg_and_a_coordinator_are_shown_it_too() {
    story.does(SHAKYO, h -> new RequestCoordination(h, DESK, null));
    assertThat(story.shownTo(DESK)).hasSize(1);
    story.does(DESK, h -> new AppointMember(h, HOKENSHO));
    assertThat(story.shownTo(HOKENSHO)).hasSize(1);
    sendTo(NISHI);
    story.does(
        NISHI,
        h ->
            new ForwardReferral(
                h, Commands.ONE, Commands.TWO, SHOGAI, ReferralMode.TOGETHER, null));
    assertThat(story.shownTo(SHOGAI)).hasSize(1);
  }
}
