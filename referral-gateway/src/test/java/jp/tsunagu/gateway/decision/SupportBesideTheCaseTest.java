package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.directory.AgencyWork;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ContactKind;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.RecordContact;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.SideEvent.ContactRecorded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 参加支援 (図15) and アウトリーチ (図12, 表3) of 狛江市. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SupportBesideTheCaseTest {

  private static final SideKind PARTICIPATION = SideKind.PARTICIPATION;
  private static final SideKind OUTREACH = SideKind.OUTREACH;

  @Test
  void participation_goes_from_the_judgement_of_the_meeting_to_a_stable_relation() {
    Story story = Situation.PARTICIPATING.story().where(Cities.KOMAE.flow());
    story.does(SHOGAI, h -> Commands.move(h, PARTICIPATION, 1, SideStage.PLANNING));
    assertThat(missing(story, SideStage.MATCHING))
        .containsExactly(NextStep.RECORD_PARTICIPATION_PLAN, NextStep.GIVE_EXCEPTION);
    story.does(SHOGAI, h -> Commands.form(h, KnownForm.PARTICIPATION_PLAN, 1));
    story.does(SHOGAI, h -> Commands.move(h, PARTICIPATION, 1, SideStage.MATCHING));
    assertThat(missing(story, SideStage.SETTLING))
        .containsExactly(NextStep.RECORD_PLACE_ASSESSMENT, NextStep.GIVE_EXCEPTION);
    story.does(SHOGAI, h -> Commands.form(h, KnownForm.PLACE_ASSESSMENT, 1));
    story.does(SHOGAI, h -> Commands.move(h, PARTICIPATION, 1, SideStage.SETTLING));
    story.does(SHOGAI, h -> Commands.contact(h, PARTICIPATION, 1, ContactKind.AT_THE_PLACE));
    assertThat(
            story
                .isRefused(
                    SHOGAI,
                    RefusalCode.STEP_NOT_READY,
                    h -> Commands.end(h, PARTICIPATION, 1, null))
                .nextSteps())
        .containsExactly(
            NextStep.RECORD_PARTICIPATION_EVALUATION,
            NextStep.GIVE_CLOSING_GROUND,
            NextStep.GIVE_EXCEPTION);
    story.does(SHOGAI, h -> Commands.form(h, KnownForm.PARTICIPATION_EVALUATION, 1));
    story.does(SHOGAI, h -> Commands.end(h, PARTICIPATION, 1, ContactRhythm.MONTHLY));
    SideSupport side = side(story, PARTICIPATION);
    assertThat(side.stage()).isEqualTo(SideStage.STAYING);
    assertThat(side.rhythm()).isEqualTo(ContactRhythm.MONTHLY);
    assertThat(side.contacts()).isEqualTo(1);
  }

  @Test
  void participation_needs_a_judgement_about_this_person_and_no_exception_helps() {
    Story story = Situation.COORDINATED.story();
    assertThat(
            story
                .isRefused(
                    DESK,
                    RefusalCode.STEP_NOT_READY,
                    h -> Commands.begin(h, PARTICIPATION, 1, SHOGAI, SideReason.NO_PROGRAMME_FITS))
                .nextSteps())
        .containsExactly(NextStep.JUDGE_IN_MEETING);
    Story judged = Situation.PARTICIPATION_JUDGED.story();
    judged.isRefused(
        DESK,
        RefusalCode.STEP_NOT_READY,
        h -> Commands.begin(h, PARTICIPATION, 2, SHOGAI, SideReason.NO_PROGRAMME_FITS));
    judged.does(
        DESK, h -> Commands.begin(h, PARTICIPATION, 1, SHOGAI, SideReason.NO_PROGRAMME_FITS));
  }

  @Test
  void outreach_begins_before_the_person_consents_and_is_told_to_nobody_without_a_basis() {
    Story story = Situation.COORDINATED.story();
    story.does(DESK, h -> new AppointMember(h, HOKENSHO));
    story.does(HIGASHI, h -> Commands.reachOut(h, 2));
    assertThat(story.whoLearnedOf(SideSupportBegun.class))
        .as("who does it, who coordinates, and the member by law; not 障害相談, which supports her")
        .containsExactlyInAnyOrder(HIGASHI, DESK, HOKENSHO);
    story.isRefused(
        SHOGAI,
        RefusalCode.SIDE_SUPPORT_NOT_RUNNING,
        h -> Commands.contact(h, OUTREACH, 2, ContactKind.VISIT));
    story.isRefused(
        KODOMO, RefusalCode.CASE_UNKNOWN, h -> Commands.contact(h, OUTREACH, 2, ContactKind.VISIT));
    story.does(HIGASHI, h -> Commands.consent(h, 8, 2, ConsentPurpose.COORDINATION, SHOGAI));
    story.does(HIGASHI, h -> Commands.move(h, OUTREACH, 2, SideStage.PREPARING));
    assertThat(story.whoLearnedOf(SideSupportMoved.class)).contains(SHOGAI);
  }

  @Test
  void a_contact_is_between_who_makes_it_and_who_coordinates_and_each_reads_its_own_part() {
    Story story = Situation.COORDINATED.story();
    story.does(HIGASHI, h -> Commands.reachOut(h, 1));
    story.does(HIGASHI, h -> Commands.contact(h, OUTREACH, 1, ContactKind.LETTER));
    assertThat(story.whoLearnedOf(ContactRecorded.class)).containsExactlyInAnyOrder(HIGASHI, DESK);
    story.does(HIGASHI, h -> told(h, 78, SHOGAI));
    ContactRecorded toShogai = story.lastTold(SHOGAI, ContactRecorded.class);
    assertThat(Objects.requireNonNull(toShogai.dossier()).recipients()).containsExactly(SHOGAI);
    story.isRefused(HIGASHI, RefusalCode.RECEIVER_NOT_POSSIBLE, h -> told(h, 79, NISHI));
    assertThat(side(story, OUTREACH).contacts()).isEqualTo(2);
    assertThat(ToldTo.sides(story.state(), SHOGAI))
        .singleElement()
        .satisfies(seen -> assertThat(seen.contacts()).isZero());
  }

  @Test
  void who_does_it_follows_from_the_reason() {
    Story story = Situation.COORDINATED.story().where(carrying(SHAKYO));
    story.isRefused(
        HIGASHI,
        RefusalCode.PROVIDER_WITHOUT_PROGRAMME,
        h -> Commands.begin(h, OUTREACH, 1, HIGASHI, SideReason.NO_FIELD_REACHES));
    story.isRefused(
        HIGASHI,
        RefusalCode.SIDE_REASON_WRONG,
        h -> Commands.begin(h, OUTREACH, 1, HIGASHI, SideReason.NO_PROGRAMME_FITS));
    assertThat(
            story
                .isRefused(
                    HIGASHI,
                    RefusalCode.PROVIDER_NOT_IN_CASE,
                    h -> Commands.begin(h, OUTREACH, 1, SHAKYO, SideReason.NOBODY_KNOWS))
                .nextSteps())
        .startsWith(NextStep.CONNECT_FIRST);
    story.does(DESK, h -> new AppointMember(h, SHAKYO));
    story.does(HIGASHI, h -> Commands.begin(h, OUTREACH, 1, SHAKYO, SideReason.NOBODY_KNOWS));
  }

  @Test
  void nobody_else_goes_on_with_it_and_no_stage_is_left_out() {
    Story story = Situation.REACHING_OUT.story();
    story.isRefused(
        SHOGAI,
        RefusalCode.ONLY_THE_PROVIDER,
        h -> Commands.move(h, OUTREACH, 1, SideStage.PREPARING));
    story.isRefused(
        HIGASHI,
        RefusalCode.SIDE_STAGE_NOT_NEXT,
        h -> Commands.move(h, OUTREACH, 1, SideStage.VISITING));
    story.isRefused(
        HIGASHI,
        RefusalCode.SIDE_STAGE_NOT_NEXT,
        h -> Commands.move(h, OUTREACH, 1, SideStage.SETTLING));
    story.isRefused(
        HIGASHI, RefusalCode.SIDE_SUPPORT_ALREADY_RUNNING, h -> Commands.reachOut(h, 1));
  }

  @Test
  void a_visit_waits_for_a_contact_and_the_way_back_for_nothing() {
    Story story = Situation.REACHING_OUT.story().where(Cities.KOMAE.flow());
    story.does(HIGASHI, h -> Commands.move(h, OUTREACH, 1, SideStage.PREPARING));
    story.does(HIGASHI, h -> Commands.form(h, KnownForm.OUTREACH_PLAN, 1));
    story.does(HIGASHI, h -> Commands.move(h, OUTREACH, 1, SideStage.RELATING));
    assertThat(
            story
                .isRefused(
                    HIGASHI,
                    RefusalCode.STEP_NOT_READY,
                    h -> Commands.move(h, OUTREACH, 1, SideStage.VISITING))
                .nextSteps())
        .containsExactly(NextStep.RECORD_CONTACT, NextStep.GIVE_EXCEPTION);
    story.does(HIGASHI, h -> Commands.contact(h, OUTREACH, 1, ContactKind.DOORSTEP));
    story.does(HIGASHI, h -> Commands.move(h, OUTREACH, 1, SideStage.VISITING));
    story.does(HIGASHI, h -> Commands.move(h, OUTREACH, 1, SideStage.GATHERING));
    assertThat(Passed.by(story.events().getLast()).missing()).isEmpty();
  }

  @Test
  void what_was_on_paper_before_it_began_anew_counts_no_more() {
    Story story = Situation.REACHING_OUT.story().where(Cities.KOMAE.flow());
    story.does(HIGASHI, h -> Commands.form(h, KnownForm.OUTREACH_PLAN, 1));
    story.does(
        HIGASHI,
        h ->
            new EndSideSupport(
                h, OUTREACH, Story.person(1), ClosingGround.CONTACT_LOST, null, null, null));
    story.isRefused(
        HIGASHI,
        RefusalCode.SIDE_SUPPORT_NOT_RUNNING,
        h -> Commands.contact(h, OUTREACH, 1, ContactKind.LETTER));
    story.does(HIGASHI, h -> Commands.reachOut(h, 1));
    assertThat(side(story, OUTREACH).forms()).isEmpty();
  }

  @Test
  void staying_in_contact_is_never_due_and_ends_without_a_paper() {
    Story story = Situation.STAYING_IN_CONTACT.story().where(Cities.KOMAE.flow());
    int events = story.events().size();
    story.timePasses("2029-09-03T10:00");
    assertThat(story.events()).hasSize(events);
    story.does(HIGASHI, h -> Commands.contact(h, OUTREACH, 1, ContactKind.TELEPHONE));
    story.does(HIGASHI, h -> Commands.end(h, OUTREACH, 1, ContactRhythm.HALF_YEARLY));
    assertThat(side(story, OUTREACH).rhythm()).isEqualTo(ContactRhythm.HALF_YEARLY);
    story.does(HIGASHI, h -> Commands.end(h, OUTREACH, 1, null));
    assertThat(side(story, OUTREACH).stage()).isEqualTo(SideStage.ENDED);
  }

  @Test
  void who_does_it_stays_in_the_case_after_its_own_referral_ended() {
    Story story = Situation.PARTICIPATING.story();
    story.does(SHOGAI, h -> new CompleteReferral(h, Commands.ONE, CompletionOutcome.SETTLED, null));
    story.does(SHOGAI, h -> Commands.move(h, PARTICIPATION, 1, SideStage.PLANNING));
    story.does(SHOGAI, h -> Commands.form(h, KnownForm.PARTICIPATION_PLAN, 1));
  }

  @Test
  void in_the_place_of_one_that_left_or_is_excluded_others_can_end_it() {
    Story left = Situation.REACHING_OUT.story();
    left.isRefused(DESK, RefusalCode.CASE_UNKNOWN, h -> Commands.end(h, OUTREACH, 1, null));
    left.leave(HIGASHI);
    left.does(DESK, h -> Commands.end(h, OUTREACH, 1, null));
    Story excluded = Situation.PARTICIPATING.story();
    excluded.does(HIGASHI, h -> Commands.protect(h, Set.of(SHOGAI)));
    excluded.isRefused(
        SHOGAI, RefusalCode.CASE_UNKNOWN, h -> Commands.end(h, PARTICIPATION, 1, null));
    excluded.does(DESK, h -> Commands.end(h, PARTICIPATION, 1, null));
    assertThat(excluded.toldTo(SHOGAI)).doesNotContain("SideSupportEnded");
  }

  @Test
  void an_excluded_agency_is_refused_like_one_that_takes_no_part() {
    Story story = Situation.PROTECTED.story();
    story.isRefused(
        HIGASHI,
        RefusalCode.PROVIDER_NOT_IN_CASE,
        h -> Commands.begin(h, OUTREACH, 1, SHAKYO, SideReason.KNOWN_BEFORE));
    story.isRefused(
        HIGASHI,
        RefusalCode.PROVIDER_NOT_IN_CASE,
        h -> Commands.begin(h, OUTREACH, 1, JIRITSU, SideReason.KNOWN_BEFORE));
  }

  @Test
  void in_a_protected_case_nobody_sees_who_does_it() {
    Story story = Situation.PROTECTED.story();
    CaseEvent begun = story.does(HIGASHI, h -> Commands.reachOut(h, 1)).getFirst();
    SideEvent seen = (SideEvent) GeneralView.of(begun, true, DESK);
    assertThat(seen.flow().provider()).isEqualTo(AgencyId.WITHHELD);
    assertThat(seen.header().actor()).isEqualTo(AgencyId.WITHHELD);
    assertThat(GeneralView.of(story.state(), DESK).sides())
        .extracting(side -> side.flow().provider())
        .containsExactly(AgencyId.WITHHELD);
  }

  @Test
  void the_timeline_names_the_stage_and_an_exception() {
    Story story = Situation.REACHING_OUT.story().where(Cities.KOMAE.flow());
    story.does(HIGASHI, h -> Commands.move(h, OUTREACH, 1, SideStage.PREPARING));
    assertThat(story.called(story.events().getLast())).isEqualTo("アウトリーチ: 事前調整");
    story.does(
        HIGASHI,
        h ->
            new EndSideSupport(
                h, OUTREACH, Story.person(1), null, null, FlowException.URGENT, null));
    assertThat(story.called(story.events().getLast())).isEqualTo("アウトリーチの終結(例外)");
    assertThat(Passed.by(story.events().getLast()).missing())
        .containsExactly(FlowRequirement.OUTREACH_PLAN, FlowRequirement.OUTREACH_EVALUATION);
  }

  private static List<NextStep> missing(Story story, SideStage stage) {
    return story
        .isRefused(
            SHOGAI, RefusalCode.STEP_NOT_READY, h -> Commands.move(h, PARTICIPATION, 1, stage))
        .nextSteps();
  }

  private static SideSupport side(Story story, SideKind kind) {
    return story.state().side(kind, Story.person(1)).orElseThrow();
  }

  /** A letter, of which another agency reads a part on consent. */
  private static RecordContact told(CommandHeader header, int number, AgencyId reader) {
    return new RecordContact(
        header,
        OUTREACH,
        Story.person(1),
        ContactKind.LETTER,
        Sealing.dossier(
            number,
            HIGASHI,
            Sealing.person(1, SharingBasis.CONSENT, Set.of(DetailKind.CARE), reader, HIGASHI)));
  }

  /** The city says that this agency carries out アウトリーチ. */
  private static Agency carrying(AgencyId id) {
    Agency agency = Town.DIRECTORY.agency(id).orElseThrow();
    AgencyWork work = agency.work();
    return new Agency(
        id,
        agency.name(),
        agency.kind(),
        new AgencyWork(
            work.statisticsField(), work.areas(), true, Set.of(Programme.OUTREACH), false),
        agency.participation(),
        null,
        null);
  }
}
