package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.scheduler.meeting.Objections.first;
import static jp.tsunagu.scheduler.meeting.Objections.unless;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingCommand.AppointMembers;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingCommand.ChooseStart;
import jp.tsunagu.contract.meeting.MeetingCommand.PlaceRequest;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingNames;
import org.jspecify.annotations.Nullable;

/** What must hold for a command about a meeting; the first objection counts. */
record CommandRules(Workbench bench, AgencyId actor) {

  private DateRules dates() {
    return new DateRules(bench);
  }

  private ItemRules items() {
    return new ItemRules(bench);
  }

  Optional<MeetingRefusal> mayCall(CallMeeting command) {
    return first(
        () -> bodyIsKnown(command.header().bodyId()),
        () -> mayCallHere(command),
        () -> unless(command.session() != SessionKind.REGULAR, MeetingRefusal.SESSION_WRONG),
        () -> unless(!command.items().isEmpty(), MeetingRefusal.ITEMS_MISSING),
        () -> dates().areGiven(command),
        () -> items().canAllBeHeard(command),
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
        () -> dates().hasNoStart(id),
        () -> unless(!candidates.isEmpty(), MeetingRefusal.DATES_MISSING),
        () -> dates().canBeCandidates(candidates));
  }

  Optional<MeetingRefusal> mayChooseStart(ChooseStart command) {
    MeetingId id = command.meetingId();
    return first(
        () -> mayChange(id),
        () -> dates().hasNoStart(id),
        () -> dates().isToCome(command.startsAt()),
        () -> dates().isCandidate(id, command.startsAt()),
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

  Optional<MeetingRefusal> mayChooseClosing(MeetingId id) {
    return first(() -> mayChange(id), () -> dates().closingIsOpen(id));
  }

  Optional<MeetingRefusal> mayMove(MeetingId id, Instant startsAt) {
    return first(() -> mayChange(id), () -> dates().isToCome(startsAt));
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
        () -> items().canBeHeard(item, kind),
        () -> items().isNotHere(id, item),
        () -> items().isNowhere(item),
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
                meeting ->
                    ItemRules.isOnAgendaOf(meeting, item) || new DayOrder(bench).has(meeting, item))
            .isPresent();
    return stands && command.position() != null
        ? first(
            () -> mayChange(id),
            () -> unless(bench.city().isReason(command.reason()), MeetingRefusal.REASON_UNKNOWN))
        : mayPutOn(id, item, command.reason(), command.uninvited());
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
