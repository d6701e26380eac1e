package jp.tsunagu.contract.caseform;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.directory.DirectoryRecord.CityForm;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.form.Form;

/** The forms of a case as a city has them: those declared here with its changes, and its own. */
public final class CityForms {

  private CityForms() {}

  /** All that can be filled in: in the order in which a case meets them, then the city's own. */
  public static List<CaseForm> all(NetworkDirectory directory) {
    return Stream.concat(
            FormList.ALL.stream().map(form -> changed(form, directory)),
            directory.cityForms().stream().filter(CityForms::isOwn).map(FormChange::applied))
        .filter(CityForms::canBeFilledIn)
        .toList();
  }

  /** The one that programs call so, if it can be filled in. */
  public static Optional<CaseForm> find(String id, NetworkDirectory directory) {
    return all(directory).stream().filter(form -> form.id().equals(id)).findFirst();
  }

  /**
   * The same for whoever only reads: of a form that is not declared here everything is shown as it
   * stands.
   */
  public static CaseForm read(FormRef ref, NetworkDirectory directory) {
    return find(ref.formId(), directory)
        .orElseGet(
            () -> {
              Form plain = new Form(ref, directory.titleOf(ref), List.of(), List.of());
              return new CaseForm(plain, plain, Set.of(), Statement.NONE);
            });
  }

  /** The same by its id; empty only for what is none. */
  public static Optional<CaseForm> read(String id, NetworkDirectory directory) {
    return FormRef.isId(id) ? Optional.of(read(new FormRef(id, 1), directory)) : Optional.empty();
  }

  /** Whether it is none that is declared here. */
  static boolean isOwn(CityForm form) {
    return FormList.find(form.formId()).isEmpty();
  }

  private static CaseForm changed(CaseForm form, NetworkDirectory directory) {
    return directory.cityForm(form.id()).map(FormChange::applied).orElse(form);
  }

  /** Of a form without rows of persons a newer program knows more. */
  private static boolean canBeFilledIn(CaseForm form) {
    return form.asked().fields().stream().anyMatch(CaseForm::isOfPersons);
  }
}
