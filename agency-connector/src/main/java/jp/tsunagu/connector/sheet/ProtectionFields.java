package jp.tsunagu.connector.sheet;

import java.time.LocalDate;
import java.util.Set;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Protection;

/** 保護 (DV等支援措置). */
public final class ProtectionFields {

  private static final FormField<LocalDate> UNTIL =
      FormField.day("until", "保護の期限", Plausible.PLANNED).must().hint("支援措置の最終日を書いてください。");
  private static final FormField<Set<AgencyId>> NAMED = FormField.agencies("named", "所在を知ってよい機関");
  private static final FormField<Set<AgencyId>> EXCLUDED =
      FormField.everyAgency("excluded", "知らせない機関");

  /** The section of a form. */
  public static final FormField<Filled> PROTECTION =
      FormField.group(
              "protection",
              Form.of("tsunagu-protection", "保護", UNTIL, NAMED, EXCLUDED)
                  .checked(ProtectionFields::check))
          .hint("until、named、excluded を書いてください。");

  private ProtectionFields() {}

  private static void check(Filled form, Checking at) {
    Set<AgencyId> excluded = form.or(EXCLUDED, Set.of());
    if (form.or(NAMED, Set.of()).stream().anyMatch(excluded::contains)) {
      at.problem(EXCLUDED, "所在を知ってよい機関と、知らせない機関に同じ機関があります。", "どちらか一方にしてください。");
    }
  }

  /** Who may know whereabouts, as far as it could be read. */
  static Set<AgencyId> named(Filled form) {
    return form.or(NAMED, Set.of());
  }

  /** Who is not to know of the case, as far as it could be read. */
  public static Set<AgencyId> excluded(Filled form) {
    return form.or(EXCLUDED, Set.of());
  }

  /** What was filled in. */
  public static Protection of(Filled form) {
    return new Protection(form.or(NAMED, Set.of()), form.or(EXCLUDED, Set.of()), form.must(UNTIL));
  }
}
