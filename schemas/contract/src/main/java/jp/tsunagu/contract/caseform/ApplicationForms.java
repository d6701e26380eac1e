package jp.tsunagu.contract.caseform;

import static jp.tsunagu.contract.caseform.CaseForm.rows;
import static jp.tsunagu.contract.caseform.CaseForm.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.Exclusion;

/**
 * 利用申込書: forms that a person signs. What she is told before is the city's, else ours; what she
 * allows by ① or ② is the consent that the network judges by ({@link ConsentPurpose#appliedForBy}).
 */
public final class ApplicationForms {

  private static final int LINE = 200;

  private static final FormField<ConsentMethod> METHOD =
      FormField.oneOf("method", "同意の方法", Choice.METHOD).must();

  private static final FormField<String> NOT_SIGNED =
      told("notSigned", "署名によらない理由", LINE)
          .telling(DetailKind.CONSULTATION)
          .hint("書面でないときに書きます。家族代筆なら、代筆した人と続柄も書きます。");

  private static final FormField<LocalDate> GIVEN_ON =
      FormField.day("givenOn", "同意日", Plausible.HAPPENED).must();
  private static final FormField<LocalDate> EXPIRES_ON =
      FormField.day("expiresOn", "同意の期限", Plausible.PLANNED);
  private static final FormField<Set<DetailKind>> SCOPE =
      FormField.someOf("scope", "同意の範囲", Choice.DETAIL).must();
  private static final FormField<Set<AgencyId>> RECIPIENTS =
      FormField.agencies("recipients", "同意の相手").must();

  private static final FormField<List<Filled>> APPLICANTS =
      FormField.rows(
          "applicants",
          Form.of(
                  "case-form-applicant",
                  "申込者",
                  CaseForm.PERSON,
                  METHOD,
                  NOT_SIGNED,
                  GIVEN_ON,
                  EXPIRES_ON,
                  SCOPE,
                  RECIPIENTS)
              .checked(ApplicationForms::checkReason)
              .checked((row, at) -> at.inOrder(row, GIVEN_ON, EXPIRES_ON)),
          PersonRef.MOST);

  private static final FormField<DetailKind> NOT_THIS =
      FormField.oneOf("detail", "内容", Choice.DETAIL).must();
  private static final FormField<AgencyId> NOT_TO = FormField.agency("agency", "機関").must();
  private static final FormField<List<Filled>> EXCLUSIONS =
      rows("application-exclusion", "exclusions", "除くもの", NOT_THIS, NOT_TO);

  /** What a check compares, or a consent is recorded from: it cannot be left out. */
  static final Set<String> NEEDED =
      Stream.concat(
              Stream.of(APPLICANTS.name(), EXCLUSIONS.name()),
              Stream.concat(
                  Stream.of(METHOD, NOT_SIGNED, GIVEN_ON, EXPIRES_ON, SCOPE, RECIPIENTS)
                      .map(field -> APPLICANTS.name() + "." + field.name()),
                  Stream.of(NOT_THIS, NOT_TO).map(field -> EXCLUSIONS.name() + "." + field.name())))
          .collect(Collectors.toUnmodifiableSet());

  private ApplicationForms() {}

  static CaseForm of(KnownForm known, String wish) {
    return CaseForm.of(
            known,
            FormField.text("explainedBy", "説明した人", 100).must().ownedBy(TextOwner.AGENCY),
            FormField.day("explainedOn", "説明した日", Plausible.HAPPENED).must(),
            APPLICANTS,
            EXCLUSIONS)
        .checked(ApplicationForms::checkExclusions)
        .stating(Statement.CONSENT.after(wish));
  }

  private static void checkReason(Filled row, Checking at) {
    ConsentMethod method = row.get(METHOD);
    if (method != null && method != ConsentMethod.WRITTEN && !row.has(NOT_SIGNED)) {
      at.missing(NOT_SIGNED);
    }
  }

  /** What a person excludes who does not apply is no consent of hers, and tells nobody anything. */
  static void checkExclusions(Filled form, Checking at) {
    Set<PersonRef> applicants =
        form.or(APPLICANTS, List.of()).stream()
            .flatMap(row -> Optional.ofNullable(row.get(CaseForm.PERSON)).stream())
            .collect(Collectors.toSet());
    List<Filled> rows = form.or(EXCLUSIONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      PersonRef person = rows.get(i).get(CaseForm.PERSON);
      if (person != null && !applicants.contains(person)) {
        at.in(EXCLUSIONS, i)
            .problem(CaseForm.PERSON, person + "は申込者にありません。", "申込者に加えるか、この行を消してください。");
      }
    }
  }

  /**
   * What the persons allow who applied; empty of every form by which nobody consents to anything
   * that the network judges.
   *
   * @param filled without problems
   */
  public static List<ConsentTerms> consents(CaseForm form, Filled filled) {
    return ConsentPurpose.appliedForBy(form.form().ref()).stream()
        .flatMap(
            purpose ->
                filled.or(APPLICANTS, List.of()).stream()
                    .map(applicant -> terms(purpose, applicant, filled)))
        .toList();
  }

  private static ConsentTerms terms(ConsentPurpose purpose, Filled applicant, Filled filled) {
    PersonRef person = applicant.must(CaseForm.PERSON);
    List<Exclusion> exclusions = new ArrayList<>();
    for (Filled row : filled.or(EXCLUSIONS, List.of())) {
      if (row.must(CaseForm.PERSON).equals(person)) {
        exclusions.add(new Exclusion(row.must(NOT_THIS), row.must(NOT_TO)));
      }
    }
    return new ConsentTerms(
        person,
        purpose,
        applicant.must(SCOPE),
        applicant.must(RECIPIENTS),
        Set.copyOf(exclusions),
        applicant.must(METHOD),
        applicant.must(GIVEN_ON),
        applicant.get(EXPIRES_ON));
  }
}
