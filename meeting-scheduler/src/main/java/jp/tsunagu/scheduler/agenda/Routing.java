package jp.tsunagu.scheduler.agenda;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;

/**
 * Which body hears an item, in the three ways cities run meetings: on a fixed calendar (国分寺市), per
 * case (江戸川区), riding on the existing body of its field (狛江市).
 *
 * <p>Which way follows from the bodies of the item's kind of conference: fixed calendar before
 * riding before per case. A body the item is meant for goes before, if it is of its kind.
 */
public final class Routing {

  private static final int NEVER = Integer.MAX_VALUE;

  private final List<MeetingBody> bodies;
  private final Map<BodyId, LocalDate> nextMeetings;
  private final int inTimeDays;

  /**
   * Routes over the bodies of a network.
   *
   * @param bodies in any order
   * @param nextMeetings the next meeting of each body whose closing is not over; without one a body
   *     is not in time
   * @param inTimeDays calendar days within which a riding body must meet [ours: 31]
   */
  public Routing(List<MeetingBody> bodies, Map<BodyId, LocalDate> nextMeetings, int inTimeDays) {
    this.bodies = bodies.stream().sorted(comparing(MeetingBody::bodyId)).toList();
    this.nextMeetings = Map.copyOf(nextMeetings);
    this.inTimeDays = inTimeDays;
  }

  /** Where the item is heard; deterministic. */
  public Route route(RoutingQuestion question) {
    List<MeetingBody> ofItsKind =
        bodies.stream().filter(body -> body.conference() == question.item().conference()).toList();
    if (ofItsKind.isEmpty()) {
      return new Route.Nowhere();
    }
    if (isEmergency(question.item())) {
      return new Route.AtOnce(ownBody(ofItsKind).bodyId());
    }
    return wished(ofItsKind, question)
        .or(() -> onAFixedCalendar(ofItsKind, question))
        .or(() -> riding(ofItsKind, question))
        .orElseGet(() -> new Route.OwnMeeting(ownBody(ofItsKind).bodyId(), null));
  }

  private static boolean isEmergency(MeetingItem item) {
    return item.purpose() == MeetingPurpose.EMERGENCY
        || item.route() == ScreeningRoute.EMERGENCY_CONFERENCE;
  }

  private static Optional<Route> wished(List<MeetingBody> ofItsKind, RoutingQuestion question) {
    return ofItsKind.stream()
        .filter(body -> body.bodyId().equals(question.item().wish().body()))
        .findFirst()
        .map(body -> to(body, question));
  }

  private static Optional<Route> onAFixedCalendar(
      List<MeetingBody> ofItsKind, RoutingQuestion question) {
    return ofItsKind.stream()
        .filter(body -> body.charge().model() == MeetingModel.FIXED_CALENDAR)
        .max(comparing((MeetingBody body) -> covered(body, question)).thenComparing(byIdReversed()))
        .map(body -> to(body, question));
  }

  private Optional<Route> riding(List<MeetingBody> ofItsKind, RoutingQuestion question) {
    List<MeetingBody> existing =
        ofItsKind.stream().filter(body -> body.charge().model() == MeetingModel.RIDING).toList();
    if (existing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (question.item().conference()) {
          case SUPPORT_CONFERENCE -> to(best(existing, question), question);
          case PLAN_CONFERENCE -> ridingOrOwn(existing, ofItsKind, question);
        });
  }

  /** Only the 重層的支援会議 may be held alone when remit or timing does not fit. */
  private Route ridingOrOwn(
      List<MeetingBody> existing, List<MeetingBody> ofItsKind, RoutingQuestion question) {
    BodyId own = ownBody(ofItsKind).bodyId();
    List<MeetingBody> withRemit =
        existing.stream()
            .filter(body -> body.charge().confirmsPlans() && covered(body, question) > 0)
            .toList();
    if (withRemit.isEmpty()) {
      return new Route.OwnMeeting(own, CarryReason.OUTSIDE_REMIT);
    }
    List<MeetingBody> inTime =
        withRemit.stream().filter(body -> daysUntil(body, question) <= inTimeDays).toList();
    return inTime.isEmpty()
        ? new Route.OwnMeeting(own, CarryReason.BODY_NOT_IN_TIME)
        : to(best(inTime, question), question);
  }

  /** The one that covers most fields, then the one that meets first, then by id. */
  private MeetingBody best(List<MeetingBody> candidates, RoutingQuestion question) {
    return candidates.stream()
        .min(
            comparing((MeetingBody body) -> -covered(body, question))
                .thenComparing(body -> daysUntil(body, question))
                .thenComparing(MeetingBody::bodyId))
        .orElseThrow();
  }

  private int daysUntil(MeetingBody body, RoutingQuestion question) {
    LocalDate next = nextMeetings.get(body.bodyId());
    return next == null ? NEVER : (int) Math.max(0, days(question.from(), next));
  }

  private static long days(LocalDate from, LocalDate to) {
    return to.toEpochDay() - from.toEpochDay();
  }

  /** How many of the case's fields it deals with; one at least if its remit is every field. */
  private static int covered(MeetingBody body, RoutingQuestion question) {
    Set<Field> remit = body.charge().remit();
    return remit.isEmpty()
        ? Math.max(1, question.fields().size())
        : (int) question.fields().stream().filter(remit::contains).count();
  }

  private static Route to(MeetingBody body, RoutingQuestion question) {
    return body.charge().model() == MeetingModel.PER_CASE
        ? new Route.OwnMeeting(body.bodyId(), null)
        : new Route.ToBody(body.bodyId(), toAppoint(body, question));
  }

  private static Set<AgencyId> toAppoint(MeetingBody body, RoutingQuestion question) {
    return body.conference() == ConferenceKind.PLAN_CONFERENCE
        ? Set.of()
        : question.agencies().stream()
            .filter(agency -> !body.members().contains(agency))
            .filter(agency -> !agency.equals(body.organiser()))
            .filter(agency -> !agency.equals(AgencyId.WITHHELD))
            .collect(toSet());
  }

  /**
   * In whose name a meeting of its own is called: the per-case body of the kind, else the first.
   */
  private static MeetingBody ownBody(List<MeetingBody> ofItsKind) {
    return ofItsKind.stream()
        .filter(body -> body.charge().model() == MeetingModel.PER_CASE)
        .findFirst()
        .orElse(ofItsKind.getFirst());
  }

  private static Comparator<MeetingBody> byIdReversed() {
    return comparing(MeetingBody::bodyId).reversed();
  }
}
