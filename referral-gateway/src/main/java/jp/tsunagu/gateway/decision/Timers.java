package jp.tsunagu.gateway.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ActedBy;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.EventHeader;
import jp.tsunagu.contract.lifecycle.EventTimes;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryDueSoon;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryOverdue;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.OverdueEscalated;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseDueSoon;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ResponseOverdue;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.TimerKind;
import jp.tsunagu.gateway.decision.Attempt.EventMaker;
import org.jspecify.annotations.Nullable;

/**
 * What the moments of a case's running response clocks bring about, of its referrals and of its
 * questions (情報収集). Each is told once, in their order; of one moment the receiver hears before the
 * desk does.
 */
final class Timers {

  private Timers() {}

  /**
   * A moment that has not been told.
   *
   * @param causedBy what runs out
   */
  private record Moment(Instant at, TimerKind kind, UUID causedBy, EventMaker told) {}

  static List<CaseEvent> reached(CaseState state, Instant now, int incarnation) {
    List<CaseEvent> events = new ArrayList<>();
    untold(state)
        .filter(moment -> !moment.at().isAfter(now))
        .forEach(
            moment ->
                events.add(
                    moment
                        .told()
                        .with(header(state, moment, events.size() + 1L, now, incarnation))));
    return events;
  }

  static Optional<Instant> next(CaseState state) {
    return untold(state).map(Moment::at).findFirst();
  }

  private static Stream<Moment> untold(CaseState state) {
    return Stream.concat(
            state.referrals().stream().flatMap(Timers::untold),
            state.inquiries().stream().flatMap(one -> untold(state, one)))
        .sorted(Comparator.comparing(Moment::at));
  }

  private static Stream<Moment> untold(Referral leg) {
    ResponseClock clock = leg.progress().clock();
    ReferralId id = leg.referralId();
    UUID cause = id.value();
    return clock == null
        ? Stream.empty()
        : Stream.of(
                new Moment(
                    clock.dueSoonAt(),
                    TimerKind.DUE_SOON,
                    cause,
                    header -> new ResponseDueSoon(header, id)),
                new Moment(
                    clock.respondBy(),
                    TimerKind.OVERDUE,
                    cause,
                    header -> new ResponseOverdue(header, id)),
                new Moment(
                    clock.escalateAt(),
                    TimerKind.ESCALATE,
                    cause,
                    header -> OverdueEscalated.of(header, leg, clock)))
            .filter(moment -> comesAfter(moment, leg.progress().lastTold()));
  }

  /** Overdue, it is put before who asked at once. */
  private static Stream<Moment> untold(CaseState state, Inquiry inquiry) {
    AgencyId agency = inquiry.parties().receiver();
    UUID cause = EventId.of(state.caseId(), inquiry.asked()).value();
    return !inquiry.isOpen()
        ? Stream.empty()
        : Stream.of(
                new Moment(
                    inquiry.clock().dueSoonAt(),
                    TimerKind.DUE_SOON,
                    cause,
                    header -> new InquiryDueSoon(header, agency, inquiry.asked())),
                new Moment(
                    inquiry.clock().respondBy(),
                    TimerKind.OVERDUE,
                    cause,
                    header -> new InquiryOverdue(header, agency, inquiry.asked())))
            .filter(moment -> comesAfter(moment, inquiry.lastTold()));
  }

  private static boolean comesAfter(Moment moment, @Nullable TimerKind told) {
    return told == null || moment.kind().compareTo(told) > 0;
  }

  private static EventHeader header(
      CaseState state, Moment moment, long position, Instant now, int incarnation) {
    long sequence = state.sequence() + position;
    return new EventHeader(
        EventId.of(state.caseId(), sequence, incarnation),
        state.caseId(),
        sequence,
        moment.causedBy(),
        new EventTimes(moment.at(), now, now, null),
        new ActedBy(AgencyId.GATEWAY, null, null),
        incarnation,
        state.caseNumber());
  }
}
