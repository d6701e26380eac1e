package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.TakeBackInquiry;
import jp.tsunagu.contract.lifecycle.InquiryStage;
import jp.tsunagu.contract.lifecycle.InquiryUnable;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * 情報収集 in one household: an agency that takes part, one outside that the persons may name, and one
 * that nobody ever names. Who is asked what is kept here by hand.
 */
final class InquiryWalk {

  private final AgencyId coordinator;
  private final AgencyId outside = NISHI;
  private final Random random;
  private final Story story;
  private final IntFunction<@Nullable Integer> consents;
  private final Map<AgencyId, Own> open = new HashMap<>();
  private int numbers = 5_000;

  /** One question by this walk's own record. */
  private static final class Own {
    private final int person;
    private @Nullable Integer consent;

    private Own(int person, @Nullable Integer consent) {
      this.person = person;
      this.consent = consent;
    }
  }

  /** How often each forbidden step was tried and refused. */
  final Map<RefusalCode, Integer> refused = new EnumMap<>(RefusalCode.class);

  /** How often a question came to where it stands. */
  final Map<InquiryStage, Integer> reached = new EnumMap<>(InquiryStage.class);

  /**
   * Beside a walk through 多機関協働.
   *
   * @param consents the number of this person's consent to 多機関協働 that stands, if one does
   */
  InquiryWalk(Cities city, Random random, Story story, IntFunction<@Nullable Integer> consents) {
    this.coordinator = city.coordinator();
    this.random = random;
    this.story = story;
    this.consents = consents;
  }

  void move(int person) {
    follow();
    if (story.state().coordination() instanceof Coordination.Open) {
      switch (random.nextInt(5)) {
        case 0 -> ask(HIGASHI, person);
        case 1 -> ask(outside, person);
        case 2 -> takeBack();
        default -> answer(random.nextBoolean() ? HIGASHI : outside);
      }
    } else {
      refuse(coordinator, RefusalCode.COORDINATION_NOT_OPEN, asking(HIGASHI, person));
    }
    mustStandAsKept();
  }

  /** What ended by itself since the last move. */
  private void follow() {
    boolean runs = story.state().coordination() instanceof Coordination.Open;
    if (!runs) {
      open.keySet().forEach(_ -> reach(InquiryStage.COORDINATION_ENDED));
      open.clear();
    } else {
      open.values().removeIf(this::hasLostItsConsent);
    }
  }

  private boolean hasLostItsConsent(Own question) {
    Integer standing = consents.apply(question.person);
    boolean lost = question.consent != null && !question.consent.equals(standing);
    question.consent = standing;
    if (lost) {
      reach(InquiryStage.BASIS_GONE);
    }
    return lost;
  }

  private void ask(AgencyId agency, int person) {
    var nobody = refuse(coordinator, RefusalCode.NO_BASIS_FOR_PERSON, asking(JIRITSU, person));
    assertThat(nobody.recipients()).containsExactly(JIRITSU);
    assertThat(nobody.nextSteps()).contains(NextStep.RECORD_CONSENT, NextStep.CONNECT_FIRST);
    if (open.containsKey(agency)) {
      refuse(coordinator, RefusalCode.INQUIRY_ALREADY_OPEN, asking(agency, person));
    } else if (agency.equals(outside) && consents.apply(person) == null) {
      refuse(coordinator, RefusalCode.NO_BASIS_FOR_PERSON, asking(agency, person));
    } else {
      story.does(coordinator, asking(agency, person));
      open.put(agency, new Own(person, consents.apply(person)));
      reach(InquiryStage.OPEN);
    }
  }

  private Function<CommandHeader, CaseCommand> asking(AgencyId agency, int person) {
    int dossier = numbers++;
    return h -> Commands.inquire(h, coordinator, dossier, person, agency);
  }

  private void answer(AgencyId agency) {
    int dossier = numbers++;
    if (open.remove(agency) == null) {
      RefusalCode code =
          agency.equals(outside) ? RefusalCode.CASE_UNKNOWN : RefusalCode.INQUIRY_NOT_OPEN;
      refuse(agency, code, h -> Commands.inform(h, agency, dossier, coordinator));
    } else if (random.nextBoolean()) {
      story.does(agency, h -> Commands.inform(h, agency, dossier, coordinator));
      reach(InquiryStage.ANSWERED);
    } else {
      story.does(agency, h -> Commands.cannotInform(h, InquiryUnable.NOTHING_KNOWN));
      reach(InquiryStage.UNABLE);
    }
  }

  private void takeBack() {
    if (open.isEmpty()) {
      refuse(coordinator, RefusalCode.INQUIRY_NOT_OPEN, h -> new TakeBackInquiry(h, Set.of()));
      return;
    }
    refuse(HIGASHI, RefusalCode.ONLY_THE_COORDINATOR, h -> new TakeBackInquiry(h, Set.of()));
    story.does(coordinator, h -> new TakeBackInquiry(h, Set.of()));
    open.keySet().forEach(_ -> reach(InquiryStage.TAKEN_BACK));
    open.clear();
  }

  private void mustStandAsKept() {
    assertThat(
            story.state().inquiries().stream()
                .filter(Inquiry::isOpen)
                .map(one -> one.parties().receiver()))
        .containsExactlyInAnyOrderElementsOf(open.keySet());
  }

  private void reach(InquiryStage stage) {
    reached.merge(stage, 1, Integer::sum);
  }

  private Decision.Refuse refuse(
      AgencyId actor, RefusalCode code, Function<CommandHeader, CaseCommand> command) {
    refused.merge(code, 1, Integer::sum);
    return story.isRefused(actor, code, command);
  }
}
