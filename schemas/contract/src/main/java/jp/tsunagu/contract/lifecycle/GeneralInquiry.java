package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryDueSoon;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryEnded;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryOverdue;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;

/** The events of 情報収集 in a protected case, as everybody may see them. */
final class GeneralInquiry {

  private GeneralInquiry() {}

  static InquiryEvent of(InquiryEvent event, Withholding withholding) {
    EventHeader header = withholding.header(event.header());
    AgencyId agency = withholding.agency(event.agency());
    return switch (event) {
      case InquirySent sent ->
          new InquirySent(
              header, agency, sent.persons(), sent.clock(), withholding.outline(sent.dossier()));
      case InquiryAnswered answered ->
          new InquiryAnswered(
              header,
              agency,
              answered.asked(),
              answered.unable(),
              withholding.outline(answered.dossier()));
      case InquiryEnded ended -> new InquiryEnded(header, agency, ended.asked(), ended.stage());
      case InquiryDueSoon soon -> new InquiryDueSoon(header, agency, soon.asked());
      case InquiryOverdue overdue -> new InquiryOverdue(header, agency, overdue.asked());
    };
  }
}
