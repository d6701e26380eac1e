package jp.tsunagu.contract.lifecycle;

import java.time.Instant;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryDueSoon;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryEnded;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryOverdue;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import org.jspecify.annotations.Nullable;

/** What the events of 情報収集 change. */
final class InquiryFold {

  private InquiryFold() {}

  static void apply(CaseDraft draft, InquiryEvent event) {
    switch (event) {
      case InquirySent sent -> sent(draft, sent);
      case InquiryAnswered answered -> {
        draft.travelled(answered.dossier());
        InquiryUnable unable = answered.unable();
        ended(draft, event, unable == null ? InquiryStage.ANSWERED : InquiryStage.UNABLE, unable);
      }
      case InquiryEnded ended -> ended(draft, event, ended.stage(), null);
      case InquiryDueSoon _ -> draft.inquiry(event.asked(), one -> one.told(TimerKind.DUE_SOON));
      case InquiryOverdue _ -> draft.inquiry(event.asked(), one -> one.told(TimerKind.OVERDUE));
    }
  }

  private static void sent(CaseDraft draft, InquirySent event) {
    draft.travelledTogether(event.dossier());
    draft.inquiries.add(
        new Inquiry(
            event.asked(),
            new LegParties(event.header().actor(), event.agency()),
            event.persons(),
            event.clock(),
            null,
            InquiryStage.OPEN,
            null,
            event.header().recordedAt()));
  }

  private static void ended(
      CaseDraft draft, InquiryEvent event, InquiryStage how, @Nullable InquiryUnable why) {
    Instant when = event.header().recordedAt();
    draft.inquiry(event.asked(), one -> one.ended(how, why, when));
  }
}
