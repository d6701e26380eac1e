package jp.tsunagu.scheduler.meeting;

import static jp.tsunagu.scheduler.meeting.Objections.first;
import static jp.tsunagu.scheduler.meeting.Objections.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.SessionKind;
import jp.tsunagu.contract.meeting.MeetingCommand.CallMeeting;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.scheduler.body.DeskDecisions;
import jp.tsunagu.scheduler.body.MeetingDay;
import jp.tsunagu.scheduler.body.MeetingNames;
import jp.tsunagu.scheduler.body.Moment;

/** What must hold for the days and hours of a meeting; the first objection counts. */
record DateRules(Workbench bench) {

  private static final Duration EMERGENCY_MAY_HAVE_BEGUN = Duration.ofHours(24);

  /** Either when it begins, or days to choose from. */
  Optional<MeetingRefusal> areGiven(CallMeeting command) {
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
  Optional<MeetingRefusal> canBeCandidates(List<Instant> candidates) {
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

  Optional<MeetingRefusal> isToCome(Instant moment) {
    return unless(moment.isAfter(bench.now()), MeetingRefusal.TIME_PASSED);
  }

  Optional<MeetingRefusal> hasNoStart(MeetingId id) {
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

  Optional<MeetingRefusal> isCandidate(MeetingId id, Instant startsAt) {
    List<Instant> candidates =
        bench.meeting(id).map(one -> one.day().candidates()).orElse(List.of());
    return unless(
        candidates.isEmpty() || candidates.contains(startsAt), MeetingRefusal.NOT_A_CANDIDATE);
  }

  Optional<MeetingRefusal> closingIsOpen(MeetingId id) {
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
}
