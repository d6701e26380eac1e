package jp.tsunagu.contract.lifecycle;

import java.util.Set;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/** Events of 情報収集: one for each agency that is asked, so that each has its own. */
public sealed interface InquiryEvent extends CaseEvent {

  /** The agency that is asked. */
  AgencyId agency();

  /** Sequence of the event by which it was asked: which question it is about. */
  long asked();

  /**
   * An agency is asked, by who acted.
   *
   * @param clock until when an answer is expected; overdue, it is put before who asked at once
   * @param dossier the parts for this agency
   */
  record InquirySent(
      EventHeader header,
      AgencyId agency,
      Set<PersonRef> persons,
      ResponseClock clock,
      @Nullable DossierOutline dossier)
      implements InquiryEvent {
    public InquirySent {
      persons = Set.copyOf(persons);
    }

    @Override
    public long asked() {
      return header.sequence();
    }
  }

  /**
   * It answered.
   *
   * @param unable why it cannot answer; none where it did
   */
  record InquiryAnswered(
      EventHeader header,
      AgencyId agency,
      long asked,
      @Nullable InquiryUnable unable,
      @Nullable DossierOutline dossier)
      implements InquiryEvent {}

  /** It need not answer any more, and cannot. */
  record InquiryEnded(EventHeader header, AgencyId agency, long asked, InquiryStage stage)
      implements InquiryEvent {}

  /** The answer is due soon (期限接近): told to who was asked. */
  record InquiryDueSoon(EventHeader header, AgencyId agency, long asked) implements InquiryEvent {}

  /** The answer is overdue (期限超過): told to who was asked and who asked. */
  record InquiryOverdue(EventHeader header, AgencyId agency, long asked) implements InquiryEvent {}
}
