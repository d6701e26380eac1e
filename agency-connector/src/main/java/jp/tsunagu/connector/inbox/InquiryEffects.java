package jp.tsunagu.connector.inbox;

import java.time.Instant;
import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryDueSoon;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryEnded;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryOverdue;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;

/** What 情報収集 gives a person of this agency to do: whoever is asked, and whoever asked. */
final class InquiryEffects {

  private InquiryEffects() {}

  static void apply(Changes changes, InquiryEvent event, CaseState after) {
    CaseId caseId = event.header().caseId();
    Instant when = event.header().recordedAt();
    switch (event) {
      case InquirySent sent when isAsked(changes, sent) ->
          changes.tasks.answerInquiry(caseId, when, sent.clock().respondBy());
      case InquiryOverdue overdue when !isAsked(changes, overdue) ->
          askedBy(changes.own(), overdue, after)
              .ifPresent(
                  one ->
                      changes.tasks.chaseInquiry(
                          caseId, one.parties().receiver(), when, one.clock().respondBy()));
      case InquiryAnswered _, InquiryEnded _ -> {
        if (isAsked(changes, event)) {
          changes.tasks.inquiryDone(caseId, when);
        } else {
          changes.tasks.inquiryChased(caseId, event.agency(), when);
        }
      }
      case InquirySent _, InquiryOverdue _, InquiryDueSoon _ -> {}
    }
  }

  private static boolean isAsked(Changes changes, InquiryEvent event) {
    return event.agency().equals(changes.own());
  }

  private static Optional<Inquiry> askedBy(AgencyId own, InquiryEvent event, CaseState after) {
    return after.inquiries().stream()
        .filter(one -> one.asked() == event.asked() && one.parties().sender().equals(own))
        .findFirst();
  }
}
