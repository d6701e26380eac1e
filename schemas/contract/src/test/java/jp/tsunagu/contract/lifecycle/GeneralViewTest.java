package jp.tsunagu.contract.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AgendaPublished;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.AttendanceAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ConferenceChanged;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAnswered;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.DatesAsked;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MonitoringPeriodSet;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.SheetSubmitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What everybody may see; the law over long histories is walked through in the gateway's tests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GeneralViewTest {
  private static final CaseId CASE = new CaseId(new UUID(0x7000L, 1));
  private static final ReferralId LEG = new ReferralId(new UUID(0x7000L, 2));
  private static final MeetingRequestId ITEM = new MeetingRequestId(new UUID(0x7000L, 3));
  private static final MeetingId OCTOBER = new MeetingId("shien-kaigi.2026-10-13");
  private static final Instant NOW = Instant.parse("2026-09-03T01:20:00Z");
  private static final AgencyId DESK = new AgencyId("desk");
  private static final AgencyId WINDOW = new AgencyId("josei-soudan");
  private static final AgencyId SHELTER = new AgencyId("shelter");
  private static final Protection MEASURE =
      new Protection(Set.of(SHELTER), Set.of(WINDOW), LocalDate.of(2027, 3, 31));

  @Test
  void whoever_acted_is_withheld_in_a_protected_case_like_the_agency() {
    ActingPerson somebody = new ActingPerson("0123456789abcdef0123456789abcdef");
    EventHeader header = received(1, MEASURE).header();
    CaseEvent lifted =
        new ProtectionLifted(
            new EventHeader(
                header.eventId(),
                header.caseId(),
                header.sequence(),
                header.causedBy(),
                header.times(),
                new ActedBy(WINDOW, null, somebody),
                2,
                new CaseNumber("令和8-01234-4")));
    EventHeader seen = GeneralView.of(lifted, true, DESK).header();
    assertThat(seen.actor()).isEqualTo(AgencyId.WITHHELD);
    assertThat(seen.by().actingPerson()).isNull();
    assertThat(seen.incarnation()).isEqualTo(2);
    assertThat(seen.caseNumber()).isEqualTo(lifted.header().caseNumber());
    assertThat(GeneralView.of(lifted, false, DESK).header().by().actingPerson())
        .isEqualTo(somebody);
  }

  @Test
  void what_a_newer_event_says_is_withheld_whole_in_a_protected_case() {
    UnknownEvent unknown =
        new UnknownEvent(
            received(1, MEASURE).header(), "a.b.PlanDrafted", Bytes.copyOf(new byte[9]));
    UnknownEvent seen = (UnknownEvent) GeneralView.of(unknown, true, DESK);
    assertThat(seen.bytes().toByteArray()).isEmpty();
    assertThat(seen.kind()).isEqualTo("PlanDrafted");
    assertThat(seen.header().sequence()).isEqualTo(1);
  }

  @Test
  void who_is_asked_for_days_of_a_meeting_and_who_answers_is_hidden() {
    Instant day = NOW.plusSeconds(86_400);
    List<CaseEvent> asked = new ArrayList<>(history());
    asked.add(
        new DatesAsked(
            header(11),
            ITEM,
            OCTOBER,
            ConferenceKind.SUPPORT_CONFERENCE,
            MeetingPurpose.NEW,
            SHELTER,
            new ProposedDays(List.of(day), 60),
            new AskedAgencies(Set.of(SHELTER, WINDOW), Set.of())));
    asked.add(
        new DatesAnswered(
            header(12), ITEM, OCTOBER, SHELTER, List.of(new DateReply(day, DateAnswer.NO))));
    assertThat(fold(asked).meeting(ITEM).orElseThrow().dates()).isNotNull();
    assertThat(GeneralView.of(fold(asked), DESK).toString())
        .doesNotContain(SHELTER.value())
        .doesNotContain(WINDOW.value());
    asked.forEach(
        event ->
            assertThat(GeneralView.of(event, true, DESK).toString())
                .doesNotContain(SHELTER.value()));
  }

  @Test
  void an_open_case_is_shown_as_it_is() {
    CaseEvent received = received(1, null);
    assertThat(GeneralView.of(received, false, DESK)).isSameAs(received);
    CaseState state = CaseLifecycle.evolve(CaseState.beforeFirst(CASE), received);
    assertThat(GeneralView.of(state, DESK)).isSameAs(state);
  }

  @Test
  void of_a_protected_case_area_agencies_introducer_and_exclusions_are_hidden() {
    var seen = (ConsultationReceived) GeneralView.of(received(1, MEASURE), true, DESK);
    assertThat(seen.receivedBy()).isEqualTo(AgencyId.WITHHELD);
    assertThat(seen.header().actor()).isEqualTo(AgencyId.WITHHELD);
    assertThat(seen.reception().area()).isEqualTo(AreaId.WITHHELD);
    assertThat(seen.reception().introducedBy()).isNull();
    assertThat(seen.protection()).isEqualTo(new Protection(Set.of(), Set.of(), MEASURE.until()));
  }

  @Test
  void fields_urgency_times_and_the_desk_are_not() {
    var seen = (ConsultationReceived) GeneralView.of(received(1, MEASURE), true, DESK);
    assertThat(seen.reception().fields()).containsExactly(Field.CHILDREN);
    assertThat(seen.reception().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(seen.header().recordedAt()).isEqualTo(NOW);
    var sheet = (SheetSubmitted) GeneralView.of(submitted(2), true, DESK);
    assertThat(sheet.desk()).isEqualTo(DESK);
    assertThat(sheet.sender()).isEqualTo(AgencyId.WITHHELD);
  }

  @Test
  void members_recipients_and_stops_of_a_protected_case_are_hidden() {
    CaseState view = GeneralView.of(fold(history()), DESK);
    assertThat(view.members()).isEmpty();
    assertThat(view.stops()).isEmpty();
    assertThat(view.consents().getFirst().terms().recipients()).isEmpty();
    assertThat(view.referrals().getFirst().receiver()).isEqualTo(AgencyId.WITHHELD);
    assertThat(view.toString()).doesNotContain(WINDOW.value()).doesNotContain(SHELTER.value());
  }

  @Test
  void what_was_recorded_under_protection_stays_hidden_after_it_was_lifted() {
    List<CaseEvent> lifted =
        Stream.concat(history().stream(), Stream.of(new ProtectionLifted(header(11)))).toList();
    CaseState view = GeneralView.of(fold(lifted), DESK);
    assertThat(view.isProtected()).isFalse();
    assertThat(view.toString()).doesNotContain(SHELTER.value());
  }

  @Test
  void folding_what_everybody_sees_gives_what_everybody_may_see() {
    List<CaseEvent> seen =
        history().stream()
            .map(event -> GeneralView.of(event, event.header().sequence() >= 3, DESK))
            .toList();
    assertThat(GeneralView.of(fold(seen), DESK)).isEqualTo(GeneralView.of(fold(history()), DESK));
  }

  private static CaseState fold(List<CaseEvent> events) {
    return CaseLifecycle.evolve(CaseState.beforeFirst(CASE), events);
  }

  private static List<CaseEvent> history() {
    return List.of(
        received(1, null),
        sent(2),
        new CaseProtected(header(3), MEASURE),
        consented(4),
        new MemberAppointed(header(5), SHELTER),
        asked(6),
        new AgendaPublished(
            header(7),
            ITEM,
            ConferenceKind.SUPPORT_CONFERENCE,
            MeetingPurpose.NEW,
            new MeetingPlace(OCTOBER, 1, NOW, 60, SHELTER, SessionKind.REGULAR, null),
            Set.of(WINDOW, SHELTER)),
        new AttendanceAnswered(header(8), ITEM, OCTOBER, SHELTER, AttendanceAnswer.ATTENDS, null),
        new ConferenceChanged(
            header(9),
            ITEM,
            ConferenceKind.SUPPORT_CONFERENCE,
            ConferenceKind.PLAN_CONFERENCE,
            NoticeEnd.CONSENT_COMPLETE,
            Set.of(WINDOW, SHELTER)),
        new MonitoringPeriodSet(
            header(10),
            ITEM,
            new MonitoringPeriod(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 12, 8)),
            ITEM.returning(),
            Set.of(SHELTER)));
  }

  private static ConsultationReceived received(long sequence, @Nullable Protection protection) {
    return new ConsultationReceived(
        header(sequence),
        WINDOW,
        new Reception(
            Set.of(Field.CHILDREN),
            new AreaId("tobu"),
            Urgency.URGENT,
            ReceptionKind.NEW,
            "police"),
        2,
        protection);
  }

  private static MeetingRequested asked(long sequence) {
    return new MeetingRequested(
        header(sequence),
        ITEM,
        new MeetingWish(
            ConferenceKind.SUPPORT_CONFERENCE, MeetingPurpose.NEW, 60, false, null, null),
        Set.of(new PersonRef(1)),
        WINDOW,
        Set.of(WINDOW, SHELTER));
  }

  private static ReferralSent sent(long sequence) {
    return new ReferralSent(
        header(sequence),
        LEG,
        new ChainPlace(LEG, null),
        new LegParties(WINDOW, SHELTER),
        ReferralMode.TOGETHER,
        Urgency.URGENT,
        new ResponseClock(NOW, NOW, NOW, false),
        null);
  }

  private static SheetSubmitted submitted(long sequence) {
    return new SheetSubmitted(
        header(sequence),
        LEG,
        WINDOW,
        DESK,
        Urgency.URGENT,
        new ResponseClock(NOW, NOW, NOW, false),
        null);
  }

  private static ConsentRecorded consented(long sequence) {
    return new ConsentRecorded(
        header(sequence),
        new ConsentId(new UUID(0x7000L, 3)),
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.COMPREHENSIVE_SUPPORT,
            Set.of(DetailKind.IDENTITY),
            Set.of(SHELTER),
            Set.of(new Exclusion(DetailKind.CONTACT, WINDOW)),
            ConsentMethod.ORAL,
            LocalDate.of(2026, 9, 3),
            null));
  }

  private static EventHeader header(long sequence) {
    return new EventHeader(
        EventId.of(CASE, sequence),
        CASE,
        sequence,
        new UUID(0x7000L, sequence),
        NOW,
        NOW,
        NOW,
        null,
        WINDOW,
        null);
  }
}
