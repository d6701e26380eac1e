package jp.tsunagu.connector.command;

import java.util.UUID;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.message.RefusalCode;

/** What a command can be about. */
final class Targets {

  static final FormField<UUID> REFERRAL = FormField.uuid("referralId", "連絡番号").must();

  /** By id or by number. */
  static final FormField<String> CASE =
      FormField.text("caseId", "案件番号", 40).must().hint("先に相談受付を登録した案件の番号です。");

  static final FormField<UUID> CONSENT = FormField.uuid("consentId", "同意番号").must();
  static final FormField<UUID> MEETING_REQUEST = FormField.uuid("requestId", "議題番号").must();
  static final FormField<PersonRef> PERSON = FormField.person("person", "世帯員").must();

  /** A person confirmed a second referral of the case to the same agency. */
  static final FormField<Boolean> BESIDE_OPEN =
      FormField.confirmation("besideOpen", "重ねて送る")
          .hint("同じ機関への連絡がまだ終わっていないときだけ、確かめて「はい」(true)にします。");

  private Targets() {}

  /** What is to be corrected where nobody confirmed it, with the referral that is open. */
  static FieldProblem stillOpen(ReferralId open) {
    return new FieldProblem(
        BESIDE_OPEN.name(),
        RefusalCode.REFERRAL_STILL_OPEN.label() + "連絡番号は " + open + " です。",
        "進んでいる連絡で続けてください。" + BESIDE_OPEN.hint());
  }
}
