package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.lifecycle.InquiryCommand.TakeBackInquiry;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.InquiryStage;
import jp.tsunagu.contract.lifecycle.InquiryUnable;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 情報収集: the coordinator asks n agencies at once, and the answers go to the coordinator alone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgenciesAreAskedForInformationTest {

  @Test
  void each_agency_is_asked_by_an_event_of_its_own_and_learns_of_no_other() {
    Story story = asked(SHAKYO, SHOGAI);
    for (AgencyId agency : List.of(SHAKYO, SHOGAI)) {
      InquirySent sent = story.lastTold(agency, InquirySent.class);
      assertThat(sent.agency()).isEqualTo(agency);
      assertThat(Objects.requireNonNull(sent.dossier()).recipients()).containsExactly(agency);
      assertThat(story.toldTo(agency)).containsOnlyOnce("InquirySent");
    }
    assertThat(story.whoLearnedOf(InquirySent.class))
        .containsExactlyInAnyOrder(DESK, SHAKYO, SHOGAI);
    assertThat(story.shownTo(SHAKYO)).as("the consent by which it may be told").hasSize(2);
    assertThat(story.state().dossiers().getLast().recipients())
        .as("one dossier, and everybody who holds it can be asked to stop")
        .containsExactlyInAnyOrder(SHAKYO, SHOGAI);
  }

  @Test
  void an_answer_goes_to_who_asked_and_to_nobody_else() {
    Story story = asked(SHAKYO, SHOGAI);
    story.isRefused(
        SHAKYO, RefusalCode.RECEIVER_NOT_POSSIBLE, h -> answer(h, SHAKYO, 71, DESK, HIGASHI));
    story.isRefused(SHAKYO, RefusalCode.INQUIRY_ANSWER_MISSING, h -> answer(h, SHAKYO, 71, SHAKYO));
    story.isRefused(
        SHAKYO, RefusalCode.INQUIRY_ANSWER_MISSING, h -> Commands.cannotInform(h, null));
    story.does(SHAKYO, h -> answer(h, SHAKYO, 71, DESK));
    assertThat(story.whoLearnedOf(InquiryAnswered.class)).containsExactlyInAnyOrder(SHAKYO, DESK);
    story.does(SHOGAI, h -> Commands.cannotInform(h, InquiryUnable.NOTHING_KNOWN));
    assertThat(story.state().inquiries())
        .extracting(Inquiry::stage)
        .containsExactly(InquiryStage.ANSWERED, InquiryStage.UNABLE);
    assertThat(story.lastTold(DESK, InquiryAnswered.class).unable())
        .isEqualTo(InquiryUnable.NOTHING_KNOWN);
  }

  @Test
  void whoever_was_only_asked_knows_nothing_of_the_case_before_and_after() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(SHAKYO, RefusalCode.CASE_UNKNOWN, h -> answer(h, SHAKYO, 71, DESK));
    ask(story, SHAKYO);
    story.isRefused(SHAKYO, RefusalCode.ALREADY_CLOSED, h -> Commands.reachOut(h, 1));
    story.does(SHAKYO, h -> answer(h, SHAKYO, 71, DESK));
    story.isRefused(SHAKYO, RefusalCode.CASE_UNKNOWN, h -> answer(h, SHAKYO, 72, DESK));
    assertThat(Parties.takesPart(story.state(), SHAKYO, story.roll())).isFalse();
    ask(story, SHAKYO);
    assertThat(story.state().openInquiry(SHAKYO)).isPresent();
  }

  @Test
  void without_a_basis_nobody_outside_is_asked_and_the_refusal_names_the_ways() {
    Story story = Situation.COORDINATED.story();
    var refusal =
        story.isRefused(
            DESK,
            RefusalCode.NO_BASIS_FOR_PERSON,
            h -> Commands.inquire(h, DESK, 70, 1, SHAKYO, JIRITSU, HOKENSHO));
    assertThat(refusal.recipients()).containsExactlyInAnyOrder(JIRITSU, HOKENSHO);
    assertThat(refusal.persons()).containsExactly(Story.person(1));
    assertThat(refusal.nextSteps())
        .containsExactly(
            NextStep.RECORD_CONSENT,
            NextStep.PREPARE_SUPPORT_CONFERENCE,
            NextStep.CONNECT_FIRST,
            NextStep.LEAVE_AGENCY_OUT);
    story.isRefused(
        DESK, RefusalCode.NO_BASIS_FOR_PERSON, h -> Commands.inquire(h, DESK, 70, 2, SHAKYO));
    story.does(DESK, h -> new AppointMember(h, HOKENSHO));
    story.does(DESK, h -> Commands.inquire(h, DESK, 70, 2, HOKENSHO));
  }

  @Test
  void what_the_question_tells_needs_its_own_basis_even_where_the_agency_takes_part() {
    Story story = Situation.COORDINATED.story();
    var refusal =
        story.isRefused(
            DESK,
            RefusalCode.NO_BASIS_FOR_PERSON,
            h ->
                new AskAgencies(
                    h,
                    Set.of(SHOGAI),
                    Set.of(Story.person(1)),
                    LocalDate.of(2026, 9, 17),
                    Sealing.dossier(
                        70,
                        DESK,
                        Sealing.person(
                            1, SharingBasis.CONSENT, Set.of(DetailKind.DEBT), SHOGAI, DESK))));
    assertThat(refusal.details()).containsExactly(DetailKind.DEBT);
  }

  @Test
  void only_who_coordinates_asks_and_everything_a_question_needs_is_there() {
    Story story = Situation.COORDINATED.story();
    LocalDate due = LocalDate.of(2026, 9, 17);
    story.isRefused(
        HIGASHI,
        RefusalCode.ONLY_THE_COORDINATOR,
        h -> Commands.inquire(h, HIGASHI, 70, 1, SHAKYO));
    Situation.IN_CONTACT
        .story()
        .isRefused(
            HIGASHI,
            RefusalCode.COORDINATION_NOT_OPEN,
            h -> Commands.inquire(h, HIGASHI, 70, 1, SHAKYO));
    var person = Set.of(Story.person(1));
    refused(story, RefusalCode.INQUIRY_AGENCIES_MISSING, Set.of(), person, due);
    refused(story, RefusalCode.RECEIVER_IS_SENDER, Set.of(DESK), person, due);
    refused(story, RefusalCode.RECEIVER_ON_PAPER, Set.of(Town.MINSEI), person, due);
    refused(story, RefusalCode.AGENCY_UNKNOWN, Set.of(Town.STRANGER), person, due);
    refused(story, RefusalCode.INQUIRY_PERSONS_MISSING, Set.of(SHAKYO), Set.of(), due);
    refused(story, RefusalCode.PERSON_UNKNOWN, Set.of(SHAKYO), Set.of(Story.person(9)), due);
    LocalDate today = LocalDate.of(2026, 9, 3);
    refused(story, RefusalCode.INQUIRY_DUE_NOT_POSSIBLE, Set.of(SHAKYO), person, today);
    refused(
        story, RefusalCode.INQUIRY_DUE_NOT_POSSIBLE, Set.of(SHAKYO), person, today.plusDays(91));
    refused(story, RefusalCode.INQUIRY_TEXT_MISSING, Set.of(SHAKYO), person, due);
  }

  private static void refused(
      Story story,
      RefusalCode code,
      Set<AgencyId> agencies,
      Set<PersonRef> persons,
      LocalDate due) {
    story.isRefused(DESK, code, h -> new AskAgencies(h, agencies, persons, due, null));
  }

  @Test
  void an_agency_has_one_open_question_at_a_time() {
    Story story = asked(SHAKYO);
    var refusal =
        story.isRefused(
            DESK,
            RefusalCode.INQUIRY_ALREADY_OPEN,
            h -> Commands.inquire(h, DESK, 70, 1, SHAKYO, SHOGAI));
    assertThat(refusal.recipients()).containsExactly(SHAKYO);
    story.does(DESK, h -> new TakeBackInquiry(h, Set.of(SHAKYO)));
    assertThat(stage(story)).isEqualTo(InquiryStage.TAKEN_BACK);
    ask(story, SHAKYO);
  }

  @Test
  void the_due_day_is_told_like_other_deadlines_and_an_answer_ends_it() {
    Story story = asked(SHAKYO, SHOGAI);
    story.does(SHOGAI, h -> Commands.cannotInform(h, InquiryUnable.NOT_OURS));
    story.timePasses("2026-09-17T08:29");
    assertThat(story.toldTo(SHAKYO)).doesNotContain("InquiryDueSoon");
    story.timePasses("2026-09-24T17:14");
    assertThat(story.toldTo(SHAKYO)).containsOnlyOnce("InquiryDueSoon");
    assertThat(story.whoLearnedOf(InquiryEvent.InquiryDueSoon.class)).containsExactly(SHAKYO);
    story.timePasses("2026-12-24T17:15");
    assertThat(story.toldTo(SHAKYO)).containsOnlyOnce("InquiryOverdue");
    assertThat(story.whoLearnedOf(InquiryEvent.InquiryOverdue.class))
        .containsExactlyInAnyOrder(SHAKYO, DESK);
    assertThat(story.state().openInquiry(SHAKYO).orElseThrow().isOverdue()).isTrue();
    story.does(SHAKYO, h -> answer(h, SHAKYO, 71, DESK));
    assertThat(CaseDecider.nextDue(story.state())).isEmpty();
  }

  @Test
  void a_withdrawn_consent_ends_the_question_it_rested_on_and_no_other() {
    Story story = asked(SHAKYO, SHOGAI);
    List<CaseEvent> events =
        story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(2), Set.of(SHAKYO)));
    assertThat(Story.names(events)).containsOnlyOnce("InquiryEnded");
    assertThat(story.state().inquiries())
        .extracting(Inquiry::stage)
        .containsExactly(InquiryStage.BASIS_GONE, InquiryStage.OPEN);
    assertThat(story.toldTo(SHAKYO)).contains("InquiryEnded");
    assertThat(story.toldTo(HIGASHI)).doesNotContain("InquiryEnded", "InquirySent");
    story.isRefused(SHAKYO, RefusalCode.CASE_UNKNOWN, h -> answer(h, SHAKYO, 71, DESK));
    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(2), Set.of(DESK)));
    assertThat(story.state().inquiries())
        .as("nothing may go back to who asked any more")
        .extracting(Inquiry::stage)
        .containsExactly(InquiryStage.BASIS_GONE, InquiryStage.BASIS_GONE);
  }

  @Test
  void a_member_that_is_released_is_asked_no_more() {
    Story story = Situation.COORDINATED.story();
    story.does(DESK, h -> new AppointMember(h, HOKENSHO));
    story.does(DESK, h -> Commands.inquire(h, DESK, 70, 2, HOKENSHO));
    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(2), Set.of()));
    assertThat(stage(story)).as("by law, whatever is consented to").isEqualTo(InquiryStage.OPEN);
    story.does(DESK, h -> new ReleaseMember(h, HOKENSHO));
    assertThat(stage(story)).isEqualTo(InquiryStage.BASIS_GONE);
  }

  @Test
  void with_the_coordination_or_its_coordinator_the_open_questions_end() {
    Story closed = asked(SHAKYO);
    closed.does(
        DESK,
        h ->
            new CloseCoordination(
                h, List.of(new Lead(null, SHOGAI)), ClosingGround.MOVED_AWAY, null, null));
    assertThat(stage(closed)).isEqualTo(InquiryStage.COORDINATION_ENDED);
    assertThat(closed.toldTo(SHAKYO)).contains("InquiryEnded").doesNotContain("CoordinationClosed");
    Story changed = asked(SHAKYO);
    changed.does(DESK, h -> new ChangeCoordinator(h, Town.KANKYO));
    assertThat(stage(changed)).isEqualTo(InquiryStage.COORDINATOR_CHANGED);
    assertThat(changed.toldTo(DESK)).contains("InquiryEnded");
  }

  @Test
  void an_agency_that_must_not_learn_of_a_protected_case_is_asked_no_more_and_told_nothing() {
    Story story = asked(SHAKYO);
    story.does(HIGASHI, h -> Commands.protect(h, Set.of(SHAKYO)));
    assertThat(stage(story)).isEqualTo(InquiryStage.BASIS_GONE);
    assertThat(story.toldTo(SHAKYO)).doesNotContain("InquiryEnded");
    story.isRefused(
        DESK, RefusalCode.RECEIVER_NOT_POSSIBLE, h -> Commands.inquire(h, DESK, 70, 1, SHAKYO));
    story.isRefused(SHAKYO, RefusalCode.CASE_UNKNOWN, h -> answer(h, SHAKYO, 71, DESK));
  }

  @Test
  void in_a_protected_case_nobody_sees_who_was_asked() {
    Story story = Situation.COORDINATED.story();
    story.does(HIGASHI, h -> Commands.protect(h, Set.of(NISHI)));
    story.does(DESK, h -> Commands.inquire(h, DESK, 70, 1, SHAKYO, SHOGAI));
    InquirySent seen = (InquirySent) GeneralView.of(story.events().getLast(), true, DESK);
    assertThat(seen.agency()).isEqualTo(AgencyId.WITHHELD);
    assertThat(GeneralView.of(story.state(), DESK).inquiries())
        .extracting(one -> one.parties().receiver())
        .containsExactly(AgencyId.WITHHELD, AgencyId.WITHHELD);
  }

  private static Story asked(AgencyId... agencies) {
    Story story = Situation.COORDINATED.story();
    ask(story, agencies);
    return story;
  }

  private static void ask(Story story, AgencyId... agencies) {
    int dossier = 100 + story.events().size();
    story.does(DESK, h -> Commands.inquire(h, DESK, dossier, 1, agencies));
  }

  private static AnswerInquiry answer(
      CommandHeader header, AgencyId agency, int number, AgencyId... readers) {
    return new AnswerInquiry(header, null, Sealing.dossier(number, agency, Sealing.note(readers)));
  }

  private static InquiryStage stage(Story story) {
    return story.state().inquiries().getFirst().stage();
  }
}
