package jp.tsunagu.gateway.decision;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Inquiry;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryDueSoon;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryEnded;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryOverdue;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;

/** Who learns of the events of 情報収集: who is asked and who asked, and nobody else. */
final class InquiryAudience {

  private InquiryAudience() {}

  static Set<AgencyId> of(CaseState after, InquiryEvent event) {
    Optional<AgencyId> asker =
        after.inquiries().stream()
            .filter(one -> one.asked() == event.asked())
            .map(Inquiry::parties)
            .map(parties -> parties.sender())
            .findFirst();
    return switch (event) {
      case InquiryDueSoon _ -> Set.of(event.agency());
      case InquirySent _, InquiryAnswered _, InquiryEnded _, InquiryOverdue _ ->
          Audience.with(Set.of(event.agency()), asker);
    };
  }
}
