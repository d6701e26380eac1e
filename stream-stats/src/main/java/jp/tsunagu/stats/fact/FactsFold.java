package jp.tsunagu.stats.fact;

import java.util.List;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ItemDecided;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingHeld;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportFiled;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingReportOverdue;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequestWithdrawn;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.MeetingRequested;
import jp.tsunagu.contract.lifecycle.ConferenceEvent.ResourceGapRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.PaperEvent;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.SideEvent;
import jp.tsunagu.contract.lifecycle.UnknownEvent;

/**
 * The fold of a case's events to its facts. Total: an event about something never seen changes
 * nothing but the sequence; an event that was taken in already changes nothing at all.
 */
public final class FactsFold {

  private FactsFold() {}

  /** The facts after this event. */
  public static CaseFacts evolve(CaseFacts facts, CaseEvent event) {
    if (event.header().sequence() <= facts.sequence()) {
      return facts;
    }
    FactsDraft draft = new FactsDraft(facts, event.header());
    switch (event) {
      case ConsultationEvent consultation -> ReceptionFold.apply(draft, consultation);
      case ReferralEvent referral -> LegFold.apply(draft, referral);
      case CoordinationEvent coordination -> CoordinationFold.apply(draft, coordination);
      case ConferenceEvent conference -> apply(draft, conference);
      case SideEvent side -> BesideFold.apply(draft, side);
      case ConsentEvent _, InquiryEvent _, PaperEvent _, UnknownEvent _ -> {}
    }
    return draft.toFacts();
  }

  /** The facts after these events, in order. */
  public static CaseFacts evolve(CaseFacts facts, List<? extends CaseEvent> events) {
    CaseFacts next = facts;
    for (CaseEvent event : events) {
      next = evolve(next, event);
    }
    return next;
  }

  private static void apply(FactsDraft draft, ConferenceEvent event) {
    switch (event) {
      case MeetingRequested requested -> draft.unscreened.add(requested.requestId());
      case MeetingRequestWithdrawn withdrawn -> draft.unscreened.remove(withdrawn.requestId());
      case ItemDecided decided -> decide(draft, decided);
      case MeetingHeld held -> hold(draft, held);
      case MeetingReportFiled filed ->
          draft.sittings.replaceAll(
              sitting ->
                  sitting.meetingId().equals(filed.meetingId()) ? sitting.withReport() : sitting);
      case MeetingReportOverdue overdue ->
          draft.sittings.replaceAll(
              sitting ->
                  sitting.meetingId().equals(overdue.meetingId())
                      ? sitting.withReportOverdue()
                      : sitting);
      case ResourceGapRecorded gap ->
          draft.gaps.add(new ResourceGap(gap.resource(), gap.header().occurredAt()));
      case ConferenceEvent.ConferenceChanged _,
          ConferenceEvent.AgendaPublished _,
          ConferenceEvent.ItemCarried _,
          ConferenceEvent.MeetingNoticeCancelled _,
          ConferenceEvent.AttendanceAnswered _,
          ConferenceEvent.DatesAsked _,
          ConferenceEvent.DatesAnswered _,
          ConferenceEvent.MonitoringPeriodSet _ -> {}
    }
  }

  private static void decide(FactsDraft draft, ItemDecided decided) {
    draft.unscreened.remove(decided.requestId());
    if (decided.outcome() == ItemOutcome.PLAN_CONFIRMED) {
      draft.plans.add(decided.header().occurredAt());
    }
    draft.sittings.replaceAll(
        sitting ->
            sitting.meetingId().equals(decided.meetingId())
                ? sitting.deciding(decided.outcome())
                : sitting);
  }

  private static void hold(FactsDraft draft, MeetingHeld held) {
    draft.unscreened.remove(held.requestId());
    draft.sittings.add(
        new Sitting(
            held.meetingId(),
            held.conference(),
            held.session(),
            held.heldAt(),
            held.attended(),
            false,
            false,
            null));
  }
}
