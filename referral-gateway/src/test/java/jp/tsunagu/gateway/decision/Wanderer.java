package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.Agreed;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerAttendance;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AnswerDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.AskForDates;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CancelMeetingNotice;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.CarryItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.DecideItem;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.FileMeetingReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RemindOfReport;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.RequestMeeting;
import jp.tsunagu.contract.lifecycle.ConferenceCommand.WithdrawMeetingRequest;
import jp.tsunagu.contract.lifecycle.ConsentCommand.AnswerSharingStop;
import jp.tsunagu.contract.lifecycle.ConsentCommand.RecordConsent;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.LiftProtection;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ReceiveConsultation;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RecordNotification;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.SettleFields;
import jp.tsunagu.contract.lifecycle.ContactKind;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.DateQuestion;
import jp.tsunagu.contract.lifecycle.DateReply;
import jp.tsunagu.contract.lifecycle.Exclusion;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AnswerInquiry;
import jp.tsunagu.contract.lifecycle.InquiryCommand.AskAgencies;
import jp.tsunagu.contract.lifecycle.InquiryCommand.TakeBackInquiry;
import jp.tsunagu.contract.lifecycle.InquiryUnable;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.MeetingWish;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.contract.lifecycle.NoticeEnd;
import jp.tsunagu.contract.lifecycle.NotifiedOffice;
import jp.tsunagu.contract.lifecycle.PaperCommand.CallBackPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.HandOutPapers;
import jp.tsunagu.contract.lifecycle.PaperCommand.OpenPaper;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AcceptReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.AskInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.CompleteReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ConfirmWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.DeclineReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ForwardReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.MakeFirstContact;
import jp.tsunagu.contract.lifecycle.ReferralCommand.OpenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideInformation;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RemindReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReopenReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ReportArrival;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestWithdrawal;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendBackReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SubmitSheet;
import jp.tsunagu.contract.lifecycle.ReferralCommand.TriageReferral;
import jp.tsunagu.contract.lifecycle.ReferralCommand.WithdrawReferral;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.lifecycle.SideCommand.BeginSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.RecordContact;
import jp.tsunagu.contract.lifecycle.SideFlow;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.jspecify.annotations.Nullable;

/** Makes up commands: most of them possible, many of them foolish. The same seed, the same ones. */
final class Wanderer {
  private static final List<AgencyId> AGENCIES =
      List.of(
          Town.HIGASHI,
          Town.SHOGAI,
          Town.JIRITSU,
          Town.SHAKYO,
          Town.DESK,
          Town.NOZEI,
          Town.KODOMO,
          Town.KOREI);

  private static final List<AgencyId> ANYBODY =
      List.of(
          Town.HIGASHI,
          Town.SHOGAI,
          Town.JIRITSU,
          Town.SHAKYO,
          Town.DESK,
          Town.NOZEI,
          Town.KODOMO,
          Town.KOREI,
          Town.MINSEI,
          Town.STRANGER);

  private static final List<AgencyId> COORDINATORS =
      List.of(Town.DESK, Town.SHAKYO, Town.KOREI, Town.NOZEI);

  private static final List<SideKind> KINDS = List.of(SideKind.PARTICIPATION, SideKind.OUTREACH);

  private final Random random;
  private long identifiers;

  /** A command somebody could give in a case. */
  @FunctionalInterface
  private interface Idea extends BiFunction<CaseState, CommandHeader, CaseCommand> {}

  private final List<Idea> onLegs =
      List.of(
          (s, h) -> new ReportArrival(h, leg(s)),
          (s, h) -> new OpenReferral(h, leg(s)),
          (s, h) -> new AcceptReferral(h, leg(s), note()),
          (s, h) -> new DeclineReferral(h, leg(s), reason(), note()),
          (s, h) -> new ForwardReferral(h, leg(s), newLeg(s), other(), mode(), dossier(s)),
          (s, h) -> new SendBackReferral(h, leg(s), reason(), note()),
          (s, h) -> new AskInformation(h, leg(s), note()),
          (s, h) -> new ProvideInformation(h, leg(s), dossier(s)),
          (s, h) -> new MakeFirstContact(h, leg(s)),
          (s, h) -> new CompleteReferral(h, leg(s), any(CompletionOutcome.values()), note()),
          (s, h) -> new WithdrawReferral(h, leg(s)),
          (s, h) -> new RequestWithdrawal(h, leg(s)),
          (s, h) -> new ConfirmWithdrawal(h, leg(s)),
          (s, h) -> new ReopenReferral(h, leg(s)),
          (s, h) -> new RemindReferral(h, leg(s)),
          (s, h) -> new TriageReferral(h, leg(s), other(), mode(), dossier(s)),
          (s, h) -> new RequestDossier(h, leg(s), anyDossier(s)),
          (s, h) -> new ProvideDossier(h, leg(s), sealed(s)));

  private final List<Idea> onCases =
      List.of(
          (s, h) -> receive(h),
          (s, h) -> new SettleFields(h, fields()),
          (s, h) -> new RegisterPersons(h, s.persons() + roll(2)),
          (s, h) -> roll(4) > 0 ? new DecideSupport(h) : new ProtectCase(h, protection()),
          (s, h) -> new LiftProtection(h),
          (s, h) -> new EndSupport(h, any(CompletionOutcome.values())),
          (s, h) ->
              new RecordNotification(
                  h,
                  any(NotifiedOffice.values()),
                  any(Statute.values()),
                  Set.of(Story.person(1 + roll(3)))),
          (s, h) -> new SubmitSheet(h, newLeg(s), any(Urgency.values()), dossier(s)),
          (s, h) -> send(s, h, null),
          (s, h) -> send(s, h, leg(s)),
          (s, h) -> new RequestCoordination(h, any(COORDINATORS), dossier(s)),
          (s, h) -> new RequestCoordination(h, any(COORDINATORS), null),
          (s, h) -> new AcceptCoordination(h),
          (s, h) -> new DecideScreening(h, any(ScreeningRoute.values()), "no-consent"),
          (s, h) -> new DecideSupport(h),
          (s, h) ->
              new HandBackCase(
                  h,
                  newLeg(s),
                  other(),
                  any(Urgency.values()),
                  new Settled(lead()),
                  dossier(s),
                  null),
          (s, h) -> new CloseCoordination(h, roll(4) == 0 ? List.of() : List.of(lead())),
          (s, h) -> new ChangeCoordinator(h, other()),
          (s, h) -> new ReportResult(h, somebody()),
          (s, h) -> new AppointMember(h, other()),
          (s, h) -> new ReleaseMember(h, other()),
          (s, h) -> sheet(s, h),
          (s, h) -> consent(h),
          (s, h) -> new WithdrawConsent(h, consentOf(s), some()),
          (s, h) -> new AnswerSharingStop(h, asked(s), any(StopAnswer.values())));

  private final List<Idea> besideCases =
      List.of(
          (s, h) ->
              new BeginSideSupport(
                  h,
                  new SideFlow(any(KINDS), somebody(), roll(2) == 0 ? self() : other()),
                  any(SideReason.values())),
          (s, h) ->
              new MoveSideSupport(h, kind(s), whom(s), any(SideStage.values()), exception(), null),
          (s, h) ->
              new MoveSideSupport(h, kind(s), whom(s), any(SideStage.values()), exception(), null),
          (s, h) -> new RecordContact(h, kind(s), whom(s), any(ContactKind.values()), dossier(s)),
          (s, h) ->
              new EndSideSupport(
                  h,
                  kind(s),
                  whom(s),
                  roll(2) == 0 ? null : any(ClosingGround.values()),
                  roll(2) == 0 ? null : any(ContactRhythm.values()),
                  exception(),
                  null));

  private final List<Idea> inquiring =
      List.of(
          (s, h) -> handOut(s, h),
          (s, h) -> new OpenPaper(h, 1 + roll(4)),
          (s, h) -> new CallBackPapers(h, Set.of(1 + roll(4))),
          (s, h) -> inquire(h),
          (s, h) -> inquire(h),
          (s, h) -> new AnswerInquiry(h, null, answer(s)),
          (s, h) -> new AnswerInquiry(h, roll(2) == 0 ? null : any(InquiryUnable.values()), null),
          (s, h) -> new TakeBackInquiry(h, some()));

  private final List<Idea> onMeetings =
      List.of(
          (s, h) -> ask(s, h),
          (s, h) -> ask(s, h),
          (s, h) -> new AnswerAttendance(h, item(s), meeting(s), answer(), absence()),
          (s, h) -> answerDates(s, h),
          (s, h) -> new FileMeetingReport(h, item(s), meeting(s)),
          (s, h) -> new DecideScreening(h, any(ScreeningRoute.values()), "no-consent"),
          (s, h) -> roll(6) > 0 ? ask(s, h) : new WithdrawMeetingRequest(h, item(s)));

  private final List<Idea> ofTheScheduler =
      List.of(
          (s, h) -> publish(s, h),
          (s, h) -> publish(s, h),
          (s, h) -> askForDates(s, h),
          (s, h) -> carry(s, h),
          (s, h) -> new CancelMeetingNotice(h, item(s), meeting(s), any(NoticeEnd.values())),
          (s, h) -> held(s, h),
          (s, h) -> held(s, h),
          (s, h) -> decide(s, h),
          (s, h) -> decide(s, h),
          (s, h) -> new RemindOfReport(h, item(s), meeting(s)));

  Wanderer(long seed) {
    this.random = new Random(seed);
  }

  /** Who acts next: mostly somebody who has a part in the case. */
  AgencyId actor(CaseState state) {
    if (roll(5) == 0) {
      return any(AGENCIES);
    }
    if (!state.meetings().isEmpty() && roll(4) == 0) {
      return AgencyId.SCHEDULER;
    }
    List<AgencyId> parties = new ArrayList<>();
    Parties.receivedBy(state).ifPresent(parties::add);
    Parties.coordinator(state).ifPresent(parties::add);
    state.stops().forEach(stop -> parties.add(stop.holder()));
    state.referrals().reversed().stream().limit(4).forEach(leg -> parties.add(leg.receiver()));
    state.referrals().reversed().stream().limit(2).forEach(leg -> parties.add(leg.sender()));
    return parties.isEmpty() ? any(AGENCIES) : any(parties);
  }

  /** How the time goes on: mostly minutes, sometimes days. */
  Instant later(Instant now) {
    int minutes = roll(25) == 0 ? roll(60 * 24 * 4) : roll(60);
    return now.plusSeconds(60L * minutes);
  }

  private AgencyId sealer = Town.HIGASHI;
  private LocalDate today = LocalDate.EPOCH;

  /** What this agency tries next in this case. */
  CaseCommand next(CaseState state, AgencyId actor, Instant now) {
    sealer = actor;
    today = TokyoTime.dateOf(now);
    CommandHeader header =
        new CommandHeader(
            new CommandId(identifier()),
            state.caseId(),
            now,
            now.minusSeconds(random.nextInt(3600)),
            random.nextInt(3) == 0 ? now.minusSeconds(60) : null,
            random.nextInt(20) == 0 ? Town.MINSEI : null);
    if (state.consultation() == null) {
      return receive(header);
    }
    if (actor.equals(AgencyId.SCHEDULER)) {
      return any(ofTheScheduler).apply(state, header);
    }
    if (roll(8) == 0) {
      return any(onMeetings).apply(state, header);
    }
    if (roll(12) == 0 || (state.openInquiry(actor).isPresent() && roll(3) == 0)) {
      return any(inquiring).apply(state, header);
    }
    if (roll(10) == 0) {
      return any(besideCases).apply(state, header);
    }
    boolean mustAnswer = Parties.mustStop(state, actor);
    if (mustAnswer && roll(3) == 0) {
      return new AnswerSharingStop(header, asked(state), any(StopAnswer.values()));
    }
    boolean aboutALeg = !state.referrals().isEmpty() && random.nextInt(3) > 0;
    return any(aboutALeg ? onLegs : onCases).apply(state, header);
  }

  private CaseCommand receive(CommandHeader header) {
    return new ReceiveConsultation(
        header,
        new Reception(
            fields(),
            Town.WEST,
            any(Urgency.values()),
            any(ReceptionKind.values()),
            random.nextBoolean() ? "tax-office" : null),
        1 + random.nextInt(3),
        random.nextInt(5) == 0 ? protection() : null);
  }

  private CaseCommand send(CaseState state, CommandHeader header, @Nullable ReferralId continues) {
    return new SendReferral(
        header, newLeg(state), other(), mode(), any(Urgency.values()), continues, dossier(state));
  }

  private CaseCommand inquire(CommandHeader header) {
    Set<AgencyId> agencies = some();
    AgencyId[] readers =
        Stream.concat(Stream.of(sealer), agencies.stream()).distinct().toArray(AgencyId[]::new);
    return new AskAgencies(
        header,
        agencies,
        roll(12) == 0 ? Set.of() : Set.of(somebody()),
        today.plusDays(roll(12) == 0 ? 91 : 1 + roll(6)),
        roll(12) == 0
            ? null
            : Sealing.dossier(new DossierId(identifier()), sealer, Sealing.note(readers)));
  }

  private CaseCommand handOut(CaseState state, CommandHeader header) {
    Set<AgencyId> table =
        state.meeting(item(state)).map(item -> item.notice().invited()).orElse(Set.of());
    return new HandOutPapers(
        header, item(state), new FormRef("plan", 1), 1, roll(9) == 0 ? some() : table, null);
  }

  private @Nullable SealedDossier answer(CaseState state) {
    return state
        .openInquiry(sealer)
        .map(inquiry -> inquiry.parties().sender())
        .map(asker -> Sealing.dossier(new DossierId(identifier()), sealer, Sealing.note(asker)))
        .orElse(null);
  }

  private CaseCommand sheet(CaseState state, CommandHeader header) {
    return new RecordForm(
        header,
        new FormRef(roll(9) == 0 ? "own-form" : any(KnownForm.values()).formId(), 1 + roll(2)),
        today.plusDays(roll(12) == 0 ? 1 : -roll(3)),
        roll(12) == 0 ? Set.of() : Set.of(somebody()),
        roll(3) == 0 ? item(state) : null,
        dossier(state));
  }

  private CaseCommand consent(CommandHeader header) {
    Set<DetailKind> scope = random.nextInt(10) == 0 ? Set.of() : Set.of(DetailKind.values());
    return new RecordConsent(
        header,
        new ConsentId(identifier()),
        new ConsentTerms(
            somebody(),
            any(ConsentPurpose.values()),
            scope,
            Set.copyOf(AGENCIES.subList(0, 1 + random.nextInt(AGENCIES.size()))),
            random.nextInt(4) == 0 ? Set.of(new Exclusion(DetailKind.HEALTH, other())) : Set.of(),
            any(ConsentMethod.values()),
            today,
            random.nextInt(4) == 0 ? today.plusDays(random.nextInt(30)) : null));
  }

  private CaseCommand ask(CaseState state, CommandHeader header) {
    PersonRef person = somebody();
    Set<AgencyId> table = some();
    var asked =
        new ConferenceKinds.Table(
            Set.of(person), with(table.isEmpty() ? state.members() : table), today);
    boolean consented = ConferenceKinds.withoutConsent(state, asked).isEmpty();
    return new RequestMeeting(
        header,
        roll(20) == 0 ? item(state) : new MeetingRequestId(identifier()),
        new MeetingWish(
            consented == roll(10) > 0 ? Meetings.PLAN : Meetings.SUPPORT,
            any(MeetingPurpose.values()),
            roll(10) == 0 ? 1 : 60,
            roll(5) == 0,
            roll(5) == 0 ? Town.SUPPORT_BODY : null,
            null),
        roll(20) == 0 ? Set.of() : Set.of(person),
        table);
  }

  private Set<AgencyId> with(Set<AgencyId> table) {
    Set<AgencyId> all = new HashSet<>(table);
    all.add(sealer);
    all.remove(Town.DESK);
    return all;
  }

  private CaseCommand publish(CaseState state, CommandHeader header) {
    MeetingItem item = someItem(state);
    boolean plan = (item.conference() == Meetings.PLAN) == roll(12) > 0;
    MeetingId meeting =
        new MeetingId((plan ? Town.PLAN_BODY : Town.SUPPORT_BODY) + "." + today.plusDays(roll(2)));
    MeetingPlace place = item.place();
    return Meetings.publish(
        header, item.requestId(), meeting, place == null ? 1 : place.revision() + roll(2));
  }

  private CaseCommand askForDates(CaseState state, CommandHeader header) {
    MeetingItem item = someItem(state);
    boolean plan = (item.conference() == Meetings.PLAN) == roll(12) > 0;
    MeetingId meeting =
        new MeetingId((plan ? Town.PLAN_BODY : Town.SUPPORT_BODY) + "." + today.plusDays(roll(2)));
    List<Instant> candidates =
        IntStream.range(0, roll(4))
            .mapToObj(day -> TokyoTime.at(today.plusDays(day + roll(2)), LocalTime.NOON))
            .distinct()
            .toList();
    return new AskForDates(header, item.requestId(), meeting, any(AGENCIES), candidates, 60);
  }

  private CaseCommand answerDates(CaseState state, CommandHeader header) {
    @Nullable MeetingItem item = state.meetings().isEmpty() ? null : someItem(state);
    @Nullable DateQuestion question = item == null ? null : item.dates();
    List<Instant> candidates =
        question == null || roll(6) == 0
            ? List.of(TokyoTime.at(today, LocalTime.NOON))
            : question.candidates();
    return new AnswerDates(
        header,
        item == null ? item(state) : item.requestId(),
        question == null ? meeting(state) : question.meetingId(),
        candidates.stream().map(day -> new DateReply(day, any(DateAnswer.values()))).toList());
  }

  private CaseCommand carry(CaseState state, CommandHeader header) {
    return new CarryItem(
        header, item(state), meeting(state), any(CarryReason.values()), today.plusDays(28));
  }

  private CaseCommand held(CaseState state, CommandHeader header) {
    return Meetings.held(header, item(state), meeting(state), any(AGENCIES));
  }

  private CaseCommand decide(CaseState state, CommandHeader header) {
    return new DecideItem(
        header,
        item(state),
        meeting(state),
        any(ItemOutcome.values()),
        new Agreed(
            roll(2) == 0 ? List.of() : List.of(new AgencyRole(other(), "support")),
            roll(3) == 0 ? List.of() : List.of(lead()),
            roll(3) == 0 ? Set.of(any(SideKind.values())) : Set.of()),
        roll(2) == 0 ? null : new MonitoringPeriod(today, today.plusDays(roll(60))),
        roll(3) == 0 ? List.of("housing") : List.of());
  }

  /** Mostly one of the last; where there is none, one that does not exist. */
  private MeetingItem someItem(CaseState state) {
    return state.meetings().get(Math.max(0, state.meetings().size() - 1 - roll(3)));
  }

  private MeetingRequestId item(CaseState state) {
    return state.meetings().isEmpty()
        ? new MeetingRequestId(identifier())
        : someItem(state).requestId();
  }

  /** Mostly where the items stand. */
  private MeetingId meeting(CaseState state) {
    List<MeetingId> meetings =
        state.meetings().reversed().stream()
            .limit(3)
            .map(MeetingItem::place)
            .filter(Objects::nonNull)
            .map(MeetingPlace::meetingId)
            .toList();
    return meetings.isEmpty() ? Meetings.OCTOBER : any(meetings);
  }

  private AttendanceAnswer answer() {
    return any(AttendanceAnswer.values());
  }

  private @Nullable String absence() {
    return roll(2) == 0 ? null : any(List.of("duty", "duty", "nonsense"));
  }

  private Protection protection() {
    return new Protection(
        some(), roll(3) == 0 ? some() : Set.of(), today.plusDays(random.nextInt(90)));
  }

  private Set<AgencyId> some() {
    Set<AgencyId> some = new HashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      some.add(any(AGENCIES));
    }
    return some;
  }

  private Set<Field> fields() {
    return random.nextInt(20) == 0
        ? Set.of()
        : new HashSet<>(List.of(any(Field.values()), any(Field.values())));
  }

  private AgencyId self() {
    return sealer;
  }

  private SideKind kind(CaseState state) {
    return state.sides().isEmpty() ? any(KINDS) : state.sides().getLast().flow().kind();
  }

  private PersonRef whom(CaseState state) {
    return state.sides().isEmpty() || roll(6) == 0
        ? somebody()
        : state.sides().getLast().flow().person();
  }

  private @Nullable FlowException exception() {
    return roll(3) == 0 ? any(FlowException.values()) : null;
  }

  private Lead lead() {
    return new Lead(random.nextBoolean() ? somebody() : null, other());
  }

  private PersonRef somebody() {
    return new PersonRef(1 + random.nextInt(3));
  }

  private PersonRef asked(CaseState state) {
    return state.stops().isEmpty() ? somebody() : any(state.stops()).person();
  }

  private AgencyId other() {
    return any(ANYBODY);
  }

  private ReferralMode mode() {
    return any(ReferralMode.values());
  }

  private String reason() {
    return any(List.of("full", "other", "information-missing", "nonsense"));
  }

  private ReferralId leg(CaseState state) {
    List<ReferralId> legs = state.referrals().stream().map(leg -> leg.referralId()).toList();
    if (legs.isEmpty()) {
      return new ReferralId(identifier());
    }
    int last = legs.size() - 1;
    return legs.get(Math.max(0, last - random.nextInt(4)));
  }

  /** Mostly a new one. */
  private ReferralId newLeg(CaseState state) {
    return random.nextInt(30) == 0 ? leg(state) : new ReferralId(identifier());
  }

  private DossierId anyDossier(CaseState state) {
    return state.dossiers().isEmpty()
        ? new DossierId(identifier())
        : any(state.dossiers()).dossierId();
  }

  private ConsentId consentOf(CaseState state) {
    return state.consents().isEmpty()
        ? new ConsentId(identifier())
        : any(state.consents()).consentId();
  }

  private @Nullable SealedDossier note() {
    return random.nextInt(3) > 0
        ? null
        : new SealedDossier(
            new DossierId(identifier()), sealer, List.of(Sealing.note(other(), sealer)));
  }

  private @Nullable SealedDossier dossier(CaseState state) {
    return random.nextInt(2) == 0 ? null : sealed(state);
  }

  private SealedDossier sealed(CaseState state) {
    AgencyId reader = reader(state);
    return new SealedDossier(
        random.nextInt(10) == 0 ? anyDossier(state) : new DossierId(identifier()),
        sealer,
        List.of(Sealing.note(reader), part(reader)));
  }

  private AgencyId reader(CaseState state) {
    return state.referrals().isEmpty() || random.nextBoolean()
        ? any(AGENCIES)
        : state.referrals().getLast().receiver();
  }

  private SealedPart part(AgencyId reader) {
    PersonRef person = somebody();
    return Sealing.part(
        "person-" + person.number(),
        any(List.of(PartKind.PERSON, PartKind.HOUSEHOLD, PartKind.WHEREABOUTS)),
        person,
        Set.of(any(DetailKind.values())),
        roll(3) > 0
            ? SharingBasis.CONSENT
            : any(
                List.of(
                    SharingBasis.CONSENT,
                    SharingBasis.CONSENT,
                    SharingBasis.SUPPORT_CONFERENCE,
                    SharingBasis.law(Statute.LIFE_AND_BODY))),
        reader,
        sealer);
  }

  private int roll(int sides) {
    return random.nextInt(sides);
  }

  private UUID identifier() {
    return new UUID(0x7000L, ++identifiers);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T any(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
