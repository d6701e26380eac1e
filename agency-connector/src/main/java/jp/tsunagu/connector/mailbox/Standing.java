package jp.tsunagu.connector.mailbox;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.agency.WaitReason;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.EventId;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.ResponseClock;

/**
 * Whether what the mailbox is to be told of is still so: each thing once, where it is most urgent,
 * as long as the mailbox is told of that.
 *
 * @param told what the mailbox is told of
 */
record Standing(AgencyId own, Records records, Set<WaitReason> told) {

  boolean holds(Tiding tiding, Instant now) {
    return told.contains(tiding.reason())
        && switch (tiding.subject()) {
          case Tiding.Subject.OfLeg(var leg) ->
              records
                  .findReferral(own, leg)
                  .filter(view -> holds(tiding.reason(), view, now))
                  .isPresent();
          case Tiding.Subject.OfInquiry asked ->
              inquiry(asked).filter(one -> holds(tiding.reason(), one, now)).isPresent();
        };
  }

  private boolean holds(WaitReason reason, ReferralView view, Instant now) {
    Optional<WaitReason> mostUrgent = view.waitsFor(now);
    return isToldAs(reason, mostUrgent)
        || (reason == WaitReason.ARRIVAL && view.isUnopened() && isUntold(mostUrgent));
  }

  private boolean holds(WaitReason reason, Inquiry inquiry, Instant now) {
    Optional<WaitReason> mostUrgent = waitsFor(inquiry, now);
    return isToldAs(reason, mostUrgent)
        || (reason == WaitReason.INQUIRY && isAsked(inquiry) && isUntold(mostUrgent));
  }

  private static boolean isToldAs(WaitReason reason, Optional<WaitReason> mostUrgent) {
    return mostUrgent.filter(reason::equals).isPresent();
  }

  private boolean isUntold(Optional<WaitReason> mostUrgent) {
    return mostUrgent.filter(told::contains).isEmpty();
  }

  /** Why an open one waits for this agency; empty if it does not. */
  private Optional<WaitReason> waitsFor(Inquiry inquiry, Instant now) {
    ResponseClock clock = inquiry.clock();
    boolean isPast = clock.respondBy().isBefore(now);
    if (!isAsked(inquiry)) {
      return isPast ? Optional.of(WaitReason.UNANSWERED) : Optional.empty();
    }
    if (isPast) {
      return Optional.of(WaitReason.OVERDUE);
    }
    return Optional.of(clock.dueSoonAt().isBefore(now) ? WaitReason.DUE_SOON : WaitReason.INQUIRY);
  }

  private boolean isAsked(Inquiry inquiry) {
    return inquiry.parties().receiver().equals(own);
  }

  /** The question, as long as it is open. */
  private Optional<Inquiry> inquiry(Tiding.Subject.OfInquiry about) {
    return records
        .findCase(own, about.caseId())
        .flatMap(CaseView::state)
        .flatMap(
            state ->
                state.inquiries().stream()
                    .filter(Inquiry::isOpen)
                    .filter(one -> isOf(about, one))
                    .findFirst());
  }

  private static boolean isOf(Tiding.Subject.OfInquiry about, Inquiry inquiry) {
    return EventId.of(about.caseId(), inquiry.asked()).value().equals(about.asked());
  }
}
