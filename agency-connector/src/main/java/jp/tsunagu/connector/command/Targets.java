package jp.tsunagu.connector.command;

import java.util.UUID;
import jp.tsunagu.connector.sheet.DossierFields;
import jp.tsunagu.contract.form.FormField;

/** What a command can be about. */
final class Targets {

  static final FormField<UUID> REFERRAL = FormField.uuid("referralId", "連絡番号").must();

  /** By id or by number. */
  static final FormField<String> CASE =
      FormField.text("caseId", "案件番号", 40).must().hint("先に相談受付を登録した案件の番号です。");

  static final FormField<UUID> CONSENT = FormField.uuid("consentId", "同意番号").must();
  static final FormField<UUID> MEETING_REQUEST = FormField.uuid("requestId", "議題番号").must();
  static final FormField<Integer> PERSON =
      FormField.whole("person", "世帯員", 1, DossierFields.MOST_PERSONS).must();

  private Targets() {}
}
