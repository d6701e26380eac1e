package jp.tsunagu.connector.sheet;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.Exclusion;

/** 同意: per person and purpose, with scope, recipients and exclusions. */
public final class ConsentFields {

  static final int MOST = 60;

  static final FormField<PersonRef> PERSON = DossierFields.PERSON.must();
  private static final FormField<ConsentPurpose> PURPOSE =
      FormField.oneOf("purpose", "同意の目的", Choice.PURPOSE).must();
  private static final FormField<Set<DetailKind>> SCOPE =
      FormField.someOf("scope", "同意の範囲", Choice.DETAIL).must().hint("伝えてよい内容を一つ以上選んでください。");
  private static final FormField<Set<AgencyId>> RECIPIENTS =
      FormField.agencies("recipients", "同意の相手").must().hint("伝えてよい相手の機関を一つ以上書いてください。");
  private static final FormField<DetailKind> NOT_THIS =
      FormField.oneOf("detail", "内容", Choice.DETAIL).must();
  private static final FormField<AgencyId> NOT_TO = FormField.agency("agency", "機関").must();
  private static final FormField<List<Filled>> EXCLUSIONS =
      FormField.rows("exclusions", Form.of("consent-exclusion", "同意の除外", NOT_THIS, NOT_TO), MOST);
  private static final FormField<ConsentMethod> METHOD =
      FormField.oneOf("method", "同意の方法", Choice.METHOD).must();
  private static final FormField<LocalDate> GIVEN_ON =
      FormField.day("givenOn", "同意日", Plausible.HAPPENED).must().hint("同意のあった日を書いてください。");
  private static final FormField<LocalDate> EXPIRES_ON =
      FormField.day("expiresOn", "同意の期限", Plausible.PLANNED);

  /** One consent. */
  public static final Form FORM =
      Form.of(
              "tsunagu-consent",
              "同意",
              PERSON,
              PURPOSE,
              SCOPE,
              RECIPIENTS,
              EXCLUSIONS,
              METHOD,
              GIVEN_ON,
              EXPIRES_ON)
          .checked((form, at) -> at.inOrder(form, GIVEN_ON, EXPIRES_ON));

  private ConsentFields() {}

  /** What was filled in. */
  public static ConsentTerms of(Filled form) {
    return new ConsentTerms(
        form.must(PERSON),
        form.must(PURPOSE),
        form.must(SCOPE),
        form.must(RECIPIENTS),
        form.or(EXCLUSIONS, List.of()).stream()
            .map(row -> new Exclusion(row.must(NOT_THIS), row.must(NOT_TO)))
            .collect(toUnmodifiableSet()),
        form.must(METHOD),
        form.must(GIVEN_ON),
        form.get(EXPIRES_ON));
  }
}
