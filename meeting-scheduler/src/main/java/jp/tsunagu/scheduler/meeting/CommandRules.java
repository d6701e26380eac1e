package jp.tsunagu.scheduler.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.AppointMembers;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingCommand.ChooseStart;
import jp.tsunagu.contract.meeting.MeetingCommand.PlaceRequest;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDay;
import jp.tsunagu.scheduler.body.MeetingNames;
import jp.tsunagu.scheduler.body.Moment;
import jp.tsunagu.scheduler.meeting.Meeting.Stage;
import org.jspecify.annotations.Nullable;

/** What must hold for a command about a meeting; the first objection counts. */
record CommandRules(Workbench bench, AgencyId actor) {

  private static final Duration EMERGENCY_MAY_HAVE_BEGUN = Duration.ofHours(24);

  @SafeVarargs
  static Optional<MeetingRefusal> first(Supplier<Optional<MeetingRefusal>>... rules) {
    for (Supplier<Optional<MeetingRefusal>> rule : rules) {
      Optional<MeetingRefusal> refusal = rule.get();
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  static Optional<MeetingRefusal> unless(boolean fine, MeetingRefusal refusal) {
    return fine ? Optional.empty() : Optional.of(refusal);
  }

  Optional<MeetingRefusal> mayCall(CallMeeting command) {
    return first(
        () -> bodyIsKnown(command.header().bodyId()),
        () -> mayCallHere(command),
        () -> unless(command.session() != SessionKind.REGULAR, MeetingRefusal.SESSION_WRONG),
        () -> unless(!command.items().isEmpty(), MeetingRefusal.ITEMS_MISSING),
        () -> datesAreGiven(command),
        () -> itemsCanBeHeard(command),
        () -> uninvitedAreDecided(command.items(), command.uninvited()));
  }

  Optional<MeetingRefusal> bodyIsKnown(BodyId body) {
    return unless(bench.city().body(body).isPresent(), MeetingRefusal.BODY_UNKNOWN);
  }

  /** Whoever cannot be the one to call a meeting here, whatever the items. */
  Optional<MeetingRefusal> mayPerhapsCallHere(BodyId bodyId) {
    MeetingBody body = bench.city().body(bodyId).orElseThrow();
    return unless(
        isOrganiser(body.organiser()) || body.charge().model() == MeetingModel.PER_CASE,
        MeetingRefusal.NOT_THE_ORGANISER);
  }

  /** Per case the agency that asked calls its own meeting (江戸川区). */
  private Optional<MeetingRefusal> mayCallHere(CallMeeting command) {
    MeetingBody body = bench.city().body(command.header().bodyId()).orElseThrow();
    boolean own =
        body.charge().model() == MeetingModel.PER_CASE
            && command.items().stream().allMatch(this::isAskedByActor);
    return unless(isOrganiser(body.organiser()) || own, MeetingRefusal.NOT_THE_ORGANISER);
  }

  private boolean isAskedByActor(ItemRef ref) {
    return bench.known().item(ref).filter(item -> item.requestedBy().equals(actor)).isPresent();
  }

  private Optional<MeetingRefusal> datesAreGiven(CallMeeting command) {
    Instant startsAt = command.startsAt();
    if (startsAt == null) {
      return first(
          () -> unless(!command.candidates().isEmpty(), MeetingRefusal.DATES_MISSING),
          () -> canBeCandidates(command.candidates()));
    }
    Duration tolerance =
        command.session() == SessionKind.EMERGENCY ? EMERGENCY_MAY_HAVE_BEGUN : Duration.ZERO;
    return isToCome(startsAt.plus(tolerance));
  }

  /** To come, each once, and when the office is open that day. */
  private Optional<MeetingRefusal> canBeCandidates(List<Instant> candidates) {
    return first(
        () -> candidates.stream().flatMap(each -> isToCome(each).stream()).findFirst(),
        () -> unless(Set.copyOf(candidates).size() == candidates.size(), MeetingRefusal.DATE_TWICE),
        () -> unless(closedAmong(candidates).isEmpty(), MeetingRefusal.DATE_CLOSED));
  }

  /** Those that lie on a day on which the office is closed (閉庁日). */
  List<Instant> closedAmong(List<Instant> candidates) {
    return candidates.stream()
        .filter(each -> !bench.city().isOpenDay(TokyoTime.dateOf(each)))
        .toList();
  }

  private Optional<MeetingRefusal> isToCome(Instant moment) {
    return unless(moment.isAfter(bench.now()), MeetingRefusal.TIME_PASSED);
  }

  private Optional<MeetingRefusal> itemsCanBeHeard(CallMeeting command) {
    ConferenceKind kind = bench.city().body(command.header().bodyId()).orElseThrow().conference();
    return command.items().stream()
        .flatMap(item -> canBeHeard(item, kind).or(() -> isNowhere(item)).stream())
        .findFirst();
  }

  private Optional<MeetingRefusal> canBeHeard(ItemRef ref, ConferenceKind kind) {
    Optional<MeetingItem> item = bench.known().item(ref);
    if (item.isEmpty()) {
      return Optional.of(MeetingRefusal.REQUEST_UNKNOWN);
    }
    return first(
        () -> unless(item.get().stage() == ItemStage.OPEN, MeetingRefusal.REQUEST_NOT_OPEN),
        () -> unless(item.get().conference() == kind, MeetingRefusal.CONFERENCE_WRONG));
  }

  private Optional<MeetingRefusal> isNowhere(ItemRef ref) {
    return unless(
        bench.meetings().all().stream().noneMatch(meeting -> isOnAgendaOf(meeting, ref)),
        MeetingRefusal.ON_ANOTHER_AGENDA);
  }

  private static boolean isOnAgendaOf(Meeting meeting, ItemRef ref) {
    boolean called = meeting.stage() == Stage.OPEN && meeting.desk().calledFor().contains(ref);
    return called || (meeting.isPublished() && meeting.entry(ref).isPresent());
  }

  /** In whose name it is called: a 支援会議 always in the body's, the municipality's. */
  AgencyId organiserOf(MeetingBody body, CallMeeting command) {
    if (body.conference() == ConferenceKind.SUPPORT_CONFERENCE
        || body.charge().model() != MeetingModel.PER_CASE) {
      return body.organiser();
    }
    return bench
        .known()
        .item(command.items().getFirst())
        .map(MeetingItem::requestedBy)
        .filter(agency -> !agency.equals(AgencyId.WITHHELD))
        .orElse(body.organiser());
  }

  /** The desk may do everything. */
  private boolean isOrganiser(AgencyId organiser) {
    return actor.equals(bench.city().desk()) || actor.equals(organiser);
  }

  Optional<MeetingRefusal> mayChange(MeetingId id) {
    return first(
        () -> exists(id),
        () -> isMine(id),
        () ->
            unless(
                bench.meeting(id).filter(Meeting::isOver).isEmpty(), MeetingRefusal.MEETING_OVER));
  }

  Optional<MeetingRefusal> exists(MeetingId id) {
    boolean known =
        bench.meeting(id).isPresent()
            || bench.city().body(id.body()).filter(body -> isRegular(body, id)).isPresent();
    return unless(known, MeetingRefusal.MEETING_UNKNOWN);
  }

  private boolean isRegular(MeetingBody body, MeetingId id) {
    return id.equals(MeetingNames.regular(body.bodyId(), MeetingNames.dayOf(id)))
        && !bench
            .city()
            .days(body)
            .between(MeetingNames.dayOf(id), MeetingNames.dayOf(id), DeskDecisions.none())
            .isEmpty();
  }

  Optional<MeetingRefusal> isMine(MeetingId id) {
    AgencyId bodys = bench.city().body(id.body()).map(MeetingBody::organiser).orElse(actor);
    AgencyId organiser = bench.meeting(id).map(Meeting::organiser).orElse(bodys);
    return unless(
        isOrganiser(organiser) || actor.equals(bodys) || isAskedFor(id),
        MeetingRefusal.NOT_THE_ORGANISER);
  }

  private boolean isAskedFor(MeetingId id) {
    return bench
        .meeting(id)
        .filter(meeting -> meeting.session() == SessionKind.PER_CASE)
        .filter(meeting -> meeting.desk().calledFor().stream().allMatch(this::isAskedByActor))
        .isPresent();
  }

  Optional<MeetingRefusal> mayPropose(MeetingId id, List<Instant> candidates) {
    return first(
        () -> mayChange(id),
        () -> hasNoStart(id),
        () -> unless(!candidates.isEmpty(), MeetingRefusal.DATES_MISSING),
        () -> canBeCandidates(candidates));
  }

  private Optional<MeetingRefusal> hasNoStart(MeetingId id) {
    return unless(startOf(id).isEmpty(), MeetingRefusal.NOTHING_TO_CHOOSE);
  }

  private Optional<Instant> startOf(MeetingId id) {
    Optional<Meeting> meeting = bench.meeting(id);
    return meeting.isPresent()
        ? meeting.map(Meeting::startsAt)
        : bench.city().body(id.body()).flatMap(body -> regularStart(bench, body, id));
  }

  /** When the calendar has this meeting begin; empty while the desk is asked. */
  static Optional<Instant> regularStart(Workbench bench, MeetingBody body, MeetingId id) {
    DeskDecisions decisions = bench.city().decisions(body, bench.meetings());
    return bench.city().days(body).on(MeetingNames.dayOf(id), decisions) instanceof MeetingDay.On on
        ? bench.city().days(body).begins(on.date())
        : Optional.empty();
  }

  Optional<MeetingRefusal> mayChooseStart(ChooseStart command) {
    MeetingId id = command.meetingId();
    return first(
        () -> mayChange(id),
        () -> hasNoStart(id),
        () -> isToCome(command.startsAt()),
        () -> isCandidate(id, command.startsAt()),
        () ->
            uninvitedAreDecided(
                bench.meeting(id).map(one -> one.desk().calledFor()).orElse(List.of()),
                command.uninvited()));
  }

  /** Nobody goes uninvited without a word; only the city has members of a 支援会議 appointed. */
  private Optional<MeetingRefusal> uninvitedAreDecided(
      Collection<ItemRef> items, @Nullable UninvitedChoice choice) {
    return first(
        () -> new Uninvited(bench).areDecidedAbout(items, choice),
        () ->
            unless(
                choice != UninvitedChoice.APPOINT
                    || new Uninvited(bench).of(items).isEmpty()
                    || isOfTheCity(),
                MeetingRefusal.NOT_THE_ORGANISER));
  }

  private boolean isOfTheCity() {
    return bench
        .city()
        .directory()
        .agency(actor)
        .filter(agency -> agency.kind().isMunicipal())
        .isPresent();
  }

  /** Whom this command is about: those it names, else everyone the item names. */
  Set<AgencyId> appointable(AppointMembers command) {
    Set<AgencyId> missing =
        new Uninvited(bench)
            .of(command.item())
            .map(each -> Set.copyOf(each.agencies()))
            .orElse(Set.of());
    return command.agencies().isEmpty() || !missing.containsAll(command.agencies())
        ? missing
        : command.agencies();
  }

  Optional<MeetingRefusal> mayAppoint(AppointMembers command, Set<AgencyId> agencies) {
    return first(
        () -> mayChange(command.meetingId()),
        () -> unless(isOfTheCity(), MeetingRefusal.NOT_THE_ORGANISER),
        () ->
            unless(bench.known().item(command.item()).isPresent(), MeetingRefusal.REQUEST_UNKNOWN),
        () ->
            unless(
                agencies.stream().anyMatch(this::takesPart)
                    && agencies.containsAll(command.agencies()),
                MeetingRefusal.NOT_NAMED));
  }

  private boolean takesPart(AgencyId agency) {
    return bench.city().directory().agency(agency).isPresent();
  }

  private Optional<MeetingRefusal> isCandidate(MeetingId id, Instant startsAt) {
    List<Instant> candidates =
        bench.meeting(id).map(one -> one.day().candidates()).orElse(List.of());
    return unless(
        candidates.isEmpty() || candidates.contains(startsAt), MeetingRefusal.NOT_A_CANDIDATE);
  }

  Optional<MeetingRefusal> mayChooseClosing(MeetingId id) {
    return first(() -> mayChange(id), () -> closingIsOpen(id));
  }

  private Optional<MeetingRefusal> closingIsOpen(MeetingId id) {
    boolean undecided =
        bench
            .city()
            .body(id.body())
            .map(
                body ->
                    bench.city().closing(body, id, bench.city().decisions(body, bench.meetings())))
            .filter(Moment.Undecided.class::isInstance)
            .isPresent();
    return unless(undecided, MeetingRefusal.NOTHING_TO_CHOOSE);
  }

  Optional<MeetingRefusal> mayMove(MeetingId id, Instant startsAt) {
    return first(() -> mayChange(id), () -> isToCome(startsAt));
  }

  Optional<MeetingRefusal> mayPutOn(
      MeetingId id, ItemRef item, String reason, @Nullable UninvitedChoice uninvited) {
    ConferenceKind kind =
        bench
            .meeting(id)
            .map(Meeting::conference)
            .or(() -> bench.city().body(id.body()).map(MeetingBody::conference))
            .orElse(ConferenceKind.SUPPORT_CONFERENCE);
    return first(
        () -> mayChange(id),
        () -> unless(bench.city().isReason(reason), MeetingRefusal.REASON_UNKNOWN),
        () -> canBeHeard(item, kind),
        () -> isNotHere(id, item),
        () -> isNowhere(item),
        () -> uninvitedAreDecided(List.of(item), uninvited));
  }

  /** What stands on the agenda already is placed to be moved: nobody new comes to it by that. */
  Optional<MeetingRefusal> mayPlace(PlaceRequest command) {
    MeetingId id = command.meetingId();
    ItemRef item = command.item();
    boolean stands =
        bench
            .meeting(id)
            .filter(
                meeting -> isOnAgendaOf(meeting, item) || new DayOrder(bench).has(meeting, item))
            .isPresent();
    return stands && command.position() != null
        ? first(
            () -> mayChange(id),
            () -> unless(bench.city().isReason(command.reason()), MeetingRefusal.REASON_UNKNOWN))
        : mayPutOn(id, item, command.reason(), command.uninvited());
  }

  private Optional<MeetingRefusal> isNotHere(MeetingId id, ItemRef item) {
    return unless(
        bench.meeting(id).filter(meeting -> isOnAgendaOf(meeting, item)).isEmpty(),
        MeetingRefusal.ALREADY_ON_AGENDA);
  }

  Optional<MeetingRefusal> mayTakeOff(MeetingId id, ItemRef item, String reason) {
    return first(
        () -> mayChange(id),
        () -> unless(bench.city().isReason(reason), MeetingRefusal.REASON_UNKNOWN),
        () -> unless(bench.known().item(item).isPresent(), MeetingRefusal.REQUEST_UNKNOWN),
        () ->
            unless(
                bench.meeting(id).filter(each -> each.desk().takenOff().contains(item)).isEmpty(),
                MeetingRefusal.NOT_ON_AGENDA));
  }

  /** Only the mailer, or who posts letters by hand. */
  Optional<MeetingRefusal> mayReport(MeetingId id, UUID noticeId) {
    return first(
        () -> unless(bench.meeting(id).isPresent(), MeetingRefusal.MEETING_UNKNOWN),
        () -> actor.equals(AgencyId.SCHEDULER) ? Optional.empty() : isMine(id),
        () ->
            unless(
                bench.meeting(id).orElseThrow().notices().containsKey(noticeId),
                MeetingRefusal.NOTICE_UNKNOWN));
  }
}
