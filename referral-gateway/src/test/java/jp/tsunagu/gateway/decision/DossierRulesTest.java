package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Commands.ONE;
import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.HOKENSHO;
import static jp.tsunagu.gateway.decision.Town.JIRITSU;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Emit;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Each rule about what may travel, broken once on its own. Consents stand as each test says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DossierRulesTest {
  private static final Set<DetailKind> CARE = Set.of(DetailKind.CARE);
  private final Story story = Story.beginning("2026-09-03T10:20");
  private int consents;

  @BeforeEach
  void a_household_of_two() {
    story.does(HIGASHI, h -> Commands.receive(h, 2, Field.ELDERLY_CARE));
  }

  @Test
  void a_note_that_names_nobody_needs_no_basis() {
    travels(SHOGAI, Sealing.note(SHOGAI));
  }

  @Test
  void a_note_is_about_somebody_until_its_author_says_that_it_names_no_one() {
    SealedPart unsaid = Sealing.part("note", PartKind.NOTE, null, Set.of(), null, SHOGAI);
    isRefused(RefusalCode.PERSON_UNKNOWN, SHOGAI, unsaid);
    noBasis(noteAbout(1));
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    travels(SHOGAI, noteAbout(1));
    noBasis(noteAbout(2));
  }

  @Test
  void a_note_about_a_person_is_stopped_with_that_persons_consent() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    travels(SHOGAI, noteAbout(1));
    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of()));
    assertThat(story.toldTo(SHOGAI)).endsWith("SharingStopRequested");
  }

  private static SealedPart noteAbout(int person) {
    return Sealing.part(
        "note", PartKind.NOTE, Story.person(person), CARE, SharingBasis.CONSENT, SHOGAI);
  }

  @Test
  void the_person_must_be_known() {
    Refuse refusal =
        isRefused(
            RefusalCode.PERSON_UNKNOWN,
            SHOGAI,
            Sealing.person(3, SharingBasis.CONSENT, CARE, SHOGAI));
    assertThat(refusal.persons()).containsExactly(Story.person(3));
  }

  @Test
  void a_personal_part_must_say_whose_it_is() {
    isRefused(
        RefusalCode.PERSON_UNKNOWN,
        SHOGAI,
        Sealing.part("person-1", PartKind.PERSON, null, CARE, SharingBasis.CONSENT, SHOGAI));
  }

  @Test
  void the_basis_must_be_declared() {
    isRefused(RefusalCode.BASIS_MISSING, SHOGAI, part(PartKind.PERSON, null, SHOGAI));
  }

  @Test
  void a_basis_in_law_must_name_the_statute() {
    isRefused(
        RefusalCode.BASIS_MISSING,
        SHOGAI,
        part(PartKind.PERSON, new SharingBasis(BasisKind.LAW, null), SHOGAI));
  }

  @Test
  void consent_must_exist() {
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void consent_must_be_that_persons_own() {
    consent(2, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void consent_must_cover_the_purpose() {
    consent(1, ConsentPurpose.COORDINATION, SHOGAI);
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void consent_must_name_the_agency() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHAKYO);
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void consent_must_cover_the_details() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    noBasis(
        Sealing.person(1, SharingBasis.CONSENT, Set.of(DetailKind.CARE, DetailKind.DEBT), SHOGAI));
  }

  @Test
  void consents_for_the_same_agency_and_purpose_add_up() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    story.does(
        HIGASHI,
        h ->
            consent(
                h,
                1,
                ConsentPurpose.COMPREHENSIVE_SUPPORT,
                Set.of(DetailKind.DEBT),
                null,
                null,
                SHOGAI));
    travels(
        SHOGAI,
        Sealing.person(1, SharingBasis.CONSENT, Set.of(DetailKind.CARE, DetailKind.DEBT), SHOGAI));
  }

  @Test
  void consent_is_valid_on_its_last_day_and_not_on_the_next() {
    story.does(
        HIGASHI, h -> consent(h, 1, ConsentPurpose.COMPREHENSIVE_SUPPORT, CARE, 10, null, SHOGAI));
    story.timePasses("2026-09-13T23:59");
    assertThat(tries(SHOGAI, byConsent(1, SHOGAI))).isInstanceOf(Emit.class);
    story.timePasses("2026-09-14T00:00");
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void nothing_must_be_excluded_even_by_another_consent() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    story.does(
        HIGASHI,
        h ->
            consent(
                h,
                1,
                ConsentPurpose.COORDINATION,
                CARE,
                null,
                new Exclusion(DetailKind.CARE, SHOGAI),
                SHAKYO));
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void withdrawn_consent_carries_nothing() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    travels(SHOGAI, byConsent(1, SHOGAI));
    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of()));
    noBasis(byConsent(1, SHOGAI));
  }

  @Test
  void everybody_without_a_basis_is_named_at_once() {
    Refuse refusal = noBasis(byConsent(1, SHOGAI), byConsent(2, SHOGAI));
    assertThat(refusal.persons()).containsExactlyInAnyOrder(Story.person(1), Story.person(2));
  }

  @Test
  void the_sender_may_read_its_own_dossier_again_without_consent() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    travels(SHOGAI, byConsent(1, SHOGAI, HIGASHI));
  }

  @Test
  void a_support_conference_joins_its_members() {
    beMembers(HIGASHI, SHOGAI);
    travels(SHOGAI, part(PartKind.PERSON, SharingBasis.SUPPORT_CONFERENCE, SHOGAI));
  }

  @Test
  void whoever_is_no_member_of_the_support_conference_is_not_told() {
    beMembers(HIGASHI, SHOGAI);
    isRefused(
        RefusalCode.NO_BASIS_FOR_PERSON,
        NISHI,
        part(PartKind.PERSON, SharingBasis.SUPPORT_CONFERENCE, NISHI));
  }

  @Test
  void anybody_may_prepare_a_support_conference_with_its_organiser_alone() {
    SealedPart part = part(PartKind.PERSON, SharingBasis.SUPPORT_CONFERENCE, DESK);
    assertThat(
            story.tries(
                HIGASHI, h -> new RequestCoordination(h, DESK, Sealing.dossier(1, HIGASHI, part))))
        .isInstanceOf(Emit.class);
  }

  @Test
  void the_organiser_of_a_support_conference_is_never_outside_the_municipality() {
    story.does(HIGASHI, h -> new RequestCoordination(h, SHAKYO, null));
    story.does(SHAKYO, AcceptCoordination::new);
    story.isRefused(SHAKYO, RefusalCode.ONLY_THE_DESK, h -> new AppointMember(h, SHOGAI));
    isRefused(
        RefusalCode.NO_BASIS_FOR_PERSON,
        SHAKYO,
        part(PartKind.PERSON, SharingBasis.SUPPORT_CONFERENCE, SHAKYO));
  }

  @Test
  void a_notification_needs_the_telephone_first_and_a_council_does_not() {
    isRefused(
        RefusalCode.TELEPHONE_FIRST,
        SHOGAI,
        part(PartKind.PERSON, SharingBasis.law(Statute.ELDER_ABUSE_PREVENTION_7), SHOGAI));
    travels(SHOGAI, part(PartKind.PERSON, SharingBasis.law(Statute.LONG_TERM_CARE_115_48), SHOGAI));
  }

  @Test
  void whereabouts_in_a_protected_case_go_to_named_agencies_alone() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI, HOKENSHO);
    story.does(HIGASHI, h -> Commands.protect(h, Set.of()));
    isRefused(
        RefusalCode.WHEREABOUTS_NOT_FOR_RECEIVER,
        SHOGAI,
        part(PartKind.WHEREABOUTS, SharingBasis.CONSENT, SHOGAI));
    travels(HOKENSHO, part(PartKind.WHEREABOUTS, SharingBasis.CONSENT, HOKENSHO));
  }

  @Test
  void a_file_in_a_protected_case_goes_to_named_agencies_alone_whatever_is_said_of_it() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI, HOKENSHO);
    story.does(HIGASHI, h -> Commands.protect(h, Set.of()));
    isRefused(RefusalCode.WHEREABOUTS_NOT_FOR_RECEIVER, SHOGAI, file(SHOGAI));
    travels(HOKENSHO, file(HOKENSHO));
  }

  @Test
  void a_piece_reaches_those_who_hold_its_part_and_nobody_else() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    travels(SHOGAI, file(SHOGAI), byConsent(1, SHOGAI));

    assertThat(passedOn(HIGASHI, piece("file-1", SHOGAI, SHAKYO))).containsExactly(SHOGAI);
    assertThat(passedOn(SHAKYO, piece("file-1", SHOGAI))).as("who holds no part of it").isEmpty();
    assertThat(passedOn(HIGASHI, piece("person-1", SHOGAI))).as("no file hangs on it").isEmpty();
    assertThat(passedOn(HIGASHI, piece("file-2", SHOGAI))).as("no such part").isEmpty();

    story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(1), Set.of()));
    assertThat(passedOn(HIGASHI, piece("file-1", SHOGAI))).as("after the stop").isEmpty();
  }

  private static SealedPart file(AgencyId... recipients) {
    return Sealing.part(
        "file-1", PartKind.FILE, Story.person(1), CARE, SharingBasis.CONSENT, recipients);
  }

  private FilePiece piece(String part, AgencyId... recipients) {
    return new FilePiece(
        story.state().caseId(),
        Sealing.dossierId(1),
        part,
        Set.of(recipients),
        1,
        Bytes.copyOf(new byte[100]));
  }

  private Set<AgencyId> passedOn(AgencyId sender, FilePiece piece) {
    return PieceRules.recipients(story.state(), sender, piece);
  }

  @Test
  void an_address_in_a_protected_case_is_no_other_part_either() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    story.does(HIGASHI, h -> Commands.protect(h, Set.of()));
    isRefused(
        RefusalCode.WHEREABOUTS_NOT_FOR_RECEIVER,
        SHOGAI,
        Sealing.person(1, SharingBasis.CONSENT, Set.of(DetailKind.CONTACT), SHOGAI));
  }

  @Test
  void protection_past_its_last_day_still_closes() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI);
    story.does(HIGASHI, h -> Commands.protect(h, Set.of(NISHI)));
    story.timePasses("2028-04-03T10:00");
    isRefused(
        RefusalCode.WHEREABOUTS_NOT_FOR_RECEIVER,
        SHOGAI,
        part(PartKind.WHEREABOUTS, SharingBasis.CONSENT, SHOGAI));
    isRefused(RefusalCode.RECEIVER_NOT_POSSIBLE, NISHI, Sealing.note(NISHI));
  }

  @Test
  void the_subject_token_goes_to_the_desk_alone() {
    consent(1, ConsentPurpose.COMPREHENSIVE_SUPPORT, SHOGAI, DESK);
    isRefused(
        RefusalCode.TOKEN_FOR_DESK_ONLY,
        SHOGAI,
        part(PartKind.SUBJECT_TOKEN, SharingBasis.CONSENT, SHOGAI));
    SealedPart token = part(PartKind.SUBJECT_TOKEN, SharingBasis.CONSENT, DESK);
    story.does(
        HIGASHI, h -> new SubmitSheet(h, ONE, Urgency.NORMAL, Sealing.dossier(1, HIGASHI, token)));
  }

  @Test
  void nobody_but_the_receiver_and_the_sender_gets_a_part() {
    isRefused(RefusalCode.RECEIVER_NOT_POSSIBLE, SHOGAI, Sealing.note(SHOGAI, JIRITSU));
  }

  @Test
  void an_appointed_member_is_given_what_was_written_for_it_and_hears_of_no_leg() {
    story.does(HIGASHI, send(SHOGAI, Sealing.dossier(1, HIGASHI, Sealing.note(SHOGAI))));
    story.isRefused(HIGASHI, RefusalCode.RECEIVER_NOT_POSSIBLE, provide(2, JIRITSU));
    beMembers(HIGASHI, JIRITSU);
    story.does(HIGASHI, provide(2, JIRITSU));
    assertThat(story.toldTo(JIRITSU)).endsWith("MemberAppointed");
    assertThat(story.referral(1).dossierId()).isEqualTo(Sealing.dossierId(1));
  }

  private static Function<CommandHeader, CaseCommand> provide(int number, AgencyId recipient) {
    return h ->
        new ProvideDossier(h, ONE, Sealing.dossier(number, HIGASHI, Sealing.note(recipient)));
  }

  @Test
  void the_dossier_must_be_sealed_by_who_sends_it() {
    SealedDossier foreign = Sealing.dossier(1, SHAKYO, Sealing.note(SHOGAI));
    story.isRefused(HIGASHI, RefusalCode.DOSSIER_SENDER_WRONG, send(SHOGAI, foreign));
  }

  @Test
  void a_dossier_id_is_used_once() {
    travels(SHOGAI, Sealing.note(SHOGAI));
    story.isRefused(
        HIGASHI,
        RefusalCode.DOSSIER_ALREADY_EXISTS,
        h ->
            Commands.send(
                h,
                Commands.TWO,
                SHAKYO,
                ReferralMode.TOGETHER,
                null,
                Sealing.dossier(1, HIGASHI, Sealing.note(SHAKYO))));
  }

  @Test
  void an_outdated_key_means_sealing_anew() {
    isRefused(RefusalCode.RESEAL, SHOGAI, Sealing.withKey(Sealing.note(SHOGAI), Town.OLD_KEY));
    isRefused(
        RefusalCode.RESEAL,
        SHOGAI,
        Sealing.withKey(Sealing.note(SHOGAI), new KeyId("00000000000000cc")));
  }

  @Test
  void a_recipient_that_announced_no_key_yet_is_not_refused() {
    travels(KODOMO, Sealing.note(KODOMO));
  }

  private void beMembers(AgencyId... members) {
    story.does(HIGASHI, h -> new RequestCoordination(h, DESK, null));
    for (AgencyId member : members) {
      story.does(DESK, h -> new AppointMember(h, member));
    }
  }

  private static SealedPart byConsent(int person, AgencyId... readers) {
    return Sealing.person(person, SharingBasis.CONSENT, CARE, readers);
  }

  private static SealedPart part(PartKind kind, @Nullable SharingBasis basis, AgencyId... readers) {
    return Sealing.part("part", kind, Story.person(1), Set.of(), basis, readers);
  }

  private void consent(int person, ConsentPurpose purpose, AgencyId... recipients) {
    story.does(HIGASHI, h -> consent(h, person, purpose, CARE, null, null, recipients));
  }

  private RecordConsent consent(
      CommandHeader header,
      int person,
      ConsentPurpose purpose,
      Set<DetailKind> scope,
      @Nullable Integer days,
      @Nullable Exclusion exclusion,
      AgencyId... recipients) {
    LocalDate today = LocalDate.of(2026, 9, 3);
    return new RecordConsent(
        header,
        Story.consent(++consents),
        new ConsentTerms(
            Story.person(person),
            purpose,
            scope,
            Set.of(recipients),
            exclusion == null ? Set.of() : Set.of(exclusion),
            ConsentMethod.WRITTEN,
            today,
            days == null ? null : today.plusDays(days)));
  }

  private static Function<CommandHeader, CaseCommand> send(
      AgencyId receiver, SealedDossier dossier) {
    return h -> Commands.send(h, ONE, receiver, ReferralMode.TOGETHER, null, dossier);
  }

  private Decision tries(AgencyId receiver, SealedPart... parts) {
    return story.tries(HIGASHI, send(receiver, Sealing.dossier(1, HIGASHI, parts)));
  }

  private void travels(AgencyId receiver, SealedPart... parts) {
    story.does(HIGASHI, send(receiver, Sealing.dossier(1, HIGASHI, parts)));
  }

  private Refuse isRefused(RefusalCode code, AgencyId receiver, SealedPart... parts) {
    return story.isRefused(
        HIGASHI,
        code,
        h ->
            Commands.send(
                h,
                Commands.THREE,
                receiver,
                ReferralMode.TOGETHER,
                null,
                Sealing.dossier(9, HIGASHI, parts)));
  }

  private Refuse noBasis(SealedPart... parts) {
    return isRefused(RefusalCode.NO_BASIS_FOR_PERSON, SHOGAI, parts);
  }
}
