package jp.tsunagu.scheduler.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import jp.tsunagu.contract.lifecycle.CarryReason;
import org.jspecify.annotations.Nullable;

/**
 * Where an item goes that is not on this agenda: to a later meeting, or to a 臨時 that is proposed.
 */
final class Onward {

  /** When an item without room asks for a 臨時: one of these is enough. */
  static final List<BiPredicate<Candidate, Lane>> PROPOSES_AN_EXTRA_MEETING =
      List.of(
          (candidate, _) -> candidate.isEmergency(),
          (candidate, _) -> candidate.timesCarried() > 0,
          Onward::wouldMissItsLastDay);

  private Onward() {}

  static CarriedItem carry(Candidate candidate, Sitting sitting, CarryReason reason) {
    return sitting
        .laneFor(candidate.item())
        .map(lane -> carry(candidate, sitting, lane, reason))
        .orElseGet(() -> toAnotherBody(candidate, reason));
  }

  private static CarriedItem carry(
      Candidate candidate, Sitting sitting, Lane lane, CarryReason reason) {
    boolean longerThanAMeeting = candidate.item().wish().minutes() > sitting.capacityMinutes();
    boolean extra =
        reason == CarryReason.NO_ROOM
            && (longerThanAMeeting
                || PROPOSES_AN_EXTRA_MEETING.stream().anyMatch(rule -> rule.test(candidate, lane)));
    Optional<LocalDate> next = extra ? Optional.empty() : next(candidate, sitting, lane, reason);
    return new CarriedItem(
        candidate.caseId(),
        candidate.requestId(),
        lane.meetingId(),
        reason,
        next.orElse(null),
        next.isEmpty());
  }

  /** A return waits for the last meeting in its period, everything else takes the next one. */
  private static Optional<LocalDate> next(
      Candidate candidate, Sitting sitting, Lane lane, CarryReason reason) {
    LocalDate due = candidate.item().due();
    List<LocalDate> days =
        lane.later().stream()
            .filter(day -> day.isAfter(sitting.date()))
            .filter(day -> !isBefore(day, candidate.item().wish().notBefore()))
            .toList();
    if (due != null && reason == CarryReason.NOT_BEFORE) {
      Optional<LocalDate> last =
          days.stream().filter(day -> !day.isAfter(due)).reduce((_, later) -> later);
      return last.isPresent() ? last : days.stream().findFirst();
    }
    return days.stream().findFirst();
  }

  private static CarriedItem toAnotherBody(Candidate candidate, CarryReason reason) {
    return new CarriedItem(
        candidate.caseId(),
        candidate.requestId(),
        Objects.requireNonNull(candidate.item().place()).meetingId(),
        reason,
        null,
        false);
  }

  private static boolean wouldMissItsLastDay(Candidate candidate, Lane lane) {
    LocalDate due = candidate.item().due();
    return due != null && lane.later().stream().noneMatch(day -> !day.isAfter(due));
  }

  private static boolean isBefore(LocalDate day, @Nullable LocalDate notBefore) {
    return notBefore != null && day.isBefore(notBefore);
  }
}
