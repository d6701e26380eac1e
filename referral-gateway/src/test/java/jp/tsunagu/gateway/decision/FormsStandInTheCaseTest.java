package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.NOZEI;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static jp.tsunagu.gateway.decision.Town.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.FormRecorded;
import jp.tsunagu.contract.lifecycle.GeneralView;
import jp.tsunagu.contract.lifecycle.RecordedForm;
import jp.tsunagu.contract.lifecycle.SheetConsent;
import jp.tsunagu.contract.message.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FormsStandInTheCaseTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 9, 3);
  private static final FormRef APPLICATION = ref("coordination-application");

  @Test
  void a_sheet_takes_the_place_of_the_one_before_it_under_the_next_revision() {
    Story story = Situation.COORDINATED.story();
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1));
    story.does(DESK, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1, 2));
    assertThat(story.state().forms())
        .extracting(form -> form.form().formId(), RecordedForm::revision, RecordedForm::recordedBy)
        .containsExactly(tuple("plan", 2, DESK), tuple("assessment", 1, DESK));
    assertThat(plan(story).persons()).containsExactlyInAnyOrder(Story.person(1), Story.person(2));
  }

  @Test
  void assessment_plan_and_evaluation_are_the_coordinators_while_there_is_one() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(
        HIGASHI, RefusalCode.ONLY_THE_COORDINATOR, h -> Commands.form(h, KnownForm.PLAN, 1));
    story.does(HIGASHI, h -> Commands.form(h, KnownForm.MONITORING, 1));
    Story before = Situation.RECEIVED.story();
    before.does(HIGASHI, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    assertThat(before.state().forms()).hasSize(1);
  }

  @Test
  void who_was_only_asked_fills_nothing_in_and_a_stranger_finds_no_case() {
    Story story = Situation.OPENED.story();
    story.isRefused(
        SHOGAI, RefusalCode.NOT_ACCEPTED, h -> Commands.form(h, KnownForm.MONITORING, 1));
    story.isRefused(
        KODOMO, RefusalCode.CASE_UNKNOWN, h -> Commands.form(h, KnownForm.MONITORING, 1));
  }

  @Test
  void an_application_records_what_each_applicant_allows_and_gives_nothing_back_she_took_back() {
    Story story = Situation.COORDINATED.story();
    List<CaseEvent> applied = story.does(HIGASHI, h -> application(h, 2, SHOGAI));
    assertThat(applied).extracting(CaseEvent::getClass).contains(ConsentRecorded.class);
    assertThat(applied.getLast()).isInstanceOf(FormRecorded.class);
    assertThat(allowed(story)).containsExactly(SHOGAI);

    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(8), Set.of()));
    List<CaseEvent> again = story.does(HIGASHI, h -> application(h, 2, SHOGAI));
    assertThat(again)
        .as("a version that corrects a word tells of the same consent")
        .extracting(CaseEvent::getClass)
        .doesNotContain(ConsentRecorded.class);
    assertThat(allowed(story)).isEmpty();
  }

  @Test
  void what_is_sealed_with_an_application_goes_on_the_consent_that_stands_on_it() {
    Story story = Situation.COORDINATED.story();
    SealedDossier dossier =
        Sealing.dossier(
            77,
            HIGASHI,
            Sealing.person(2, SharingBasis.CONSENT, Set.of(DetailKind.CARE), DESK, HIGASHI));
    story.isRefused(
        HIGASHI,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h -> new RecordForm(h, APPLICATION, TODAY, Set.of(Story.person(2)), null, dossier));
    story.isRefused(
        HIGASHI,
        RefusalCode.NO_BASIS_FOR_PERSON,
        h -> carrying(application(h, 2, SHOGAI), dossier));
    assertThat(story.state().consent(Story.consent(8))).as("all of it or nothing").isEmpty();
    story.does(HIGASHI, h -> carrying(application(h, 2, DESK), dossier));
    assertThat(allowed(story)).containsExactly(DESK);
  }

  @Test
  void nobody_consents_by_a_plan_nor_to_what_she_did_not_apply_for_nor_for_another() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(
        DESK,
        RefusalCode.CONSENT_AND_FORM_DIFFER,
        h -> new RecordForm(h, ref("plan"), TODAY, ofOne(), null, consents(h, 1, DESK), null));
    story.isRefused(
        HIGASHI, RefusalCode.CONSENT_AND_FORM_DIFFER, h -> form("participation-application", h));
    story.isRefused(
        HIGASHI, RefusalCode.CONSENT_AND_FORM_DIFFER, h -> form("comprehensive-application", h));
    story.isRefused(
        HIGASHI,
        RefusalCode.CONSENT_AND_FORM_DIFFER,
        h -> new RecordForm(h, APPLICATION, TODAY, ofOne(), null, consents(h, 2, DESK), null));
  }

  private static RecordForm form(String id, CommandHeader header) {
    return new RecordForm(header, ref(id), TODAY, ofOne(), null, consents(header, 1, DESK), null);
  }

  private static Set<PersonRef> ofOne() {
    return Set.of(Story.person(1));
  }

  private static RecordForm application(CommandHeader header, int person, AgencyId recipient) {
    return new RecordForm(
        header,
        APPLICATION,
        TODAY,
        Set.of(Story.person(person)),
        null,
        consents(header, person, recipient),
        null);
  }

  private static RecordForm carrying(RecordForm form, SealedDossier dossier) {
    return new RecordForm(
        form.header(), form.form(), form.dated(), form.persons(), null, form.consents(), dossier);
  }

  private static List<SheetConsent> consents(CommandHeader h, int person, AgencyId recipient) {
    RecordConsent consent = Commands.consent(h, 8, person, ConsentPurpose.COORDINATION, recipient);
    return List.of(new SheetConsent(consent.consentId(), consent.terms()));
  }

  private static Set<AgencyId> allowed(Story story) {
    return story.state().consent(Story.consent(8)).orElseThrow().terms().recipients();
  }

  @Test
  void it_is_about_somebody_of_the_case_and_bears_no_later_day() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(DESK, RefusalCode.FORM_PERSONS_MISSING, h -> Commands.form(h, KnownForm.PLAN));
    story.isRefused(DESK, RefusalCode.PERSON_UNKNOWN, h -> Commands.form(h, KnownForm.PLAN, 9));
    story.isRefused(
        DESK,
        RefusalCode.COMMAND_FROM_THE_FUTURE,
        h ->
            new RecordForm(
                h, ref("plan"), TODAY.plusYears(1), Set.of(Story.person(1)), null, null));
  }

  @Test
  void a_form_that_neither_the_network_nor_the_city_has_is_refused_until_the_city_has_it() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(DESK, RefusalCode.FORM_UNKNOWN, FormsStandInTheCaseTest::own);
    story.where(city("own-plan"));
    story.does(DESK, FormsStandInTheCaseTest::own);
    assertThat(story.state().forms()).extracting(RecordedForm::form).contains(ref("own-plan"));
  }

  private static CityForm city(String id) {
    return new CityForm(id, "市の様式", List.of(), List.of(), List.of(), List.of());
  }

  private static RecordForm own(CommandHeader header) {
    return new RecordForm(header, ref("own-plan"), TODAY, Set.of(Story.person(1)), null, null);
  }

  @Test
  void that_a_plan_stands_is_told_to_all_who_support_and_an_assessment_to_nobody_else() {
    Story story = Situation.COORDINATED.story();
    story.does(DESK, h -> new AppointMember(h, NOZEI));
    story.does(DESK, h -> Commands.form(h, KnownForm.ASSESSMENT, 1));
    assertThat(story.whoLearnedOf(FormRecorded.class)).containsExactly(DESK);
    story.does(DESK, h -> Commands.form(h, KnownForm.PLAN, 1));
    assertThat(story.whoLearnedOf(FormRecorded.class))
        .containsExactlyInAnyOrder(DESK, HIGASHI, SHOGAI, NOZEI);
  }

  @Test
  void each_is_told_of_its_own_parts_and_persons_alone() {
    Story story = Situation.COORDINATED.story();
    story.does(DESK, h -> Commands.consent(h, 7, 2, ConsentPurpose.COORDINATION, HIGASHI));
    story.does(DESK, h -> sheet(h, "plan", dossier(SHOGAI, HIGASHI)));
    FormRecorded toShogai = story.lastTold(SHOGAI, FormRecorded.class);
    assertThat(toShogai.persons()).containsExactly(Story.person(1));
    assertThat(Objects.requireNonNull(toShogai.dossier()).parts())
        .extracting(PartOutline::name, PartOutline::recipients)
        .containsExactly(tuple("person-1", Set.of(SHOGAI)));
    assertThat(story.lastTold(DESK, FormRecorded.class).persons()).hasSize(2);
    assertThat(plan(story).dossierId()).isEqualTo(Sealing.dossierId(77));
  }

  @Test
  void a_part_goes_to_nobody_without_a_basis_or_without_a_part_in_the_case() {
    Story story = Situation.COORDINATED.story();
    story.isRefused(
        DESK, RefusalCode.NO_BASIS_FOR_PERSON, h -> sheet(h, "plan", dossier(SHOGAI, HIGASHI)));
    story.isRefused(
        DESK, RefusalCode.RECEIVER_NOT_POSSIBLE, h -> sheet(h, "plan", dossier(KODOMO, HIGASHI)));
    story.isRefused(
        DESK, RefusalCode.RECEIVER_NOT_POSSIBLE, h -> sheet(h, "plan", dossier(STRANGER, HIGASHI)));
  }

  @Test
  void a_form_is_called_as_the_city_calls_it() {
    Story story = Situation.RECEIVED.story().where(city("mimamori-hyo"));
    CaseEvent own = story.does(HIGASHI, h -> sheet(h, "mimamori-hyo", null)).getFirst();
    assertThat(story.called(own)).isEqualTo("市の様式の記録");
    CaseEvent known =
        story.does(HIGASHI, h -> Commands.form(h, KnownForm.MONITORING, 1)).getFirst();
    assertThat(story.called(known)).isEqualTo("モニタリング記録の記録");
  }

  @Test
  void in_a_protected_case_nobody_sees_who_filled_it_in_or_for_whom() {
    Story story = Situation.RECEIVED.story();
    story.does(HIGASHI, h -> Commands.protect(h, Set.of(NOZEI)));
    story.does(HIGASHI, h -> Commands.form(h, KnownForm.MONITORING, 1));
    CaseState seen = GeneralView.of(story.state(), DESK);
    assertThat(seen.forms())
        .extracting(RecordedForm::recordedBy)
        .containsExactly(AgencyId.WITHHELD);
    CaseEvent event = GeneralView.of(story.events().getLast(), true, DESK);
    assertThat(event.header().actor()).isEqualTo(AgencyId.WITHHELD);
  }

  private static RecordedForm plan(Story story) {
    return story.state().form(ref("plan"), null).orElseThrow();
  }

  private static FormRef ref(String id) {
    return new FormRef(id, 1);
  }

  private static RecordForm sheet(
      CommandHeader header, String id, @Nullable SealedDossier dossier) {
    return new RecordForm(
        header, ref(id), TODAY, Set.of(Story.person(1), Story.person(2)), null, dossier);
  }

  /** The first person's care for one, the second's for another. */
  private static SealedDossier dossier(AgencyId first, AgencyId second) {
    return Sealing.dossier(
        77,
        DESK,
        Sealing.person(1, SharingBasis.CONSENT, Set.of(DetailKind.CARE), first, DESK),
        Sealing.person(2, SharingBasis.CONSENT, Set.of(DetailKind.CARE), second, DESK));
  }
}
