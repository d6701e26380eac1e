package jp.tsunagu.connector.page;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.ItemWords;
import jp.tsunagu.runtime.site.Offers;
import org.springframework.stereotype.Component;

/**
 * The people of a household as a form offers them: each by her number, and by her name as far as
 * people of the agency may read it.
 */
@Component
final class Household {

  private final ShownDossiers shown;

  Household(ShownDossiers shown) {
    this.shown = shown;
  }

  /** What this form can choose from in this case; nobody's name is read for a form of no person. */
  Offers offers(AgencyId agency, CaseState state, Form form, Reader reader) {
    Offers offers = Window.offers(state.protection()).withItems(items(state));
    return asksForPersons(form) ? offers.of(people(agency, state, reader)) : offers;
  }

  /** The same by numbers, on a page that shows the people anyway: they are read once. */
  static Offers numbers(CaseState state) {
    return Window.offers(state.protection()).of(people(state, Map.of()));
  }

  /** What the case brought to meetings, the latest first. */
  private static List<Coded> items(CaseState state) {
    return state.meetings().reversed().stream()
        .map(item -> new Coded(item.requestId().toString(), ItemWords.of(item)))
        .toList();
  }

  private List<Coded> people(AgencyId agency, CaseState state, Reader reader) {
    return people(state, shown.names(agency, state.caseId(), reader));
  }

  private static List<Coded> people(CaseState state, Map<PersonRef, String> names) {
    return IntStream.rangeClosed(1, state.persons())
        .mapToObj(PersonRef::new)
        .map(
            person ->
                new Coded(
                    Integer.toString(person.number()),
                    (person + " " + names.getOrDefault(person, "")).strip()))
        .toList();
  }

  private static boolean asksForPersons(Form form) {
    return form.fields().stream().map(FormField::kind).anyMatch(Household::asksForPersons);
  }

  private static boolean asksForPersons(Kind<?> kind) {
    return switch (kind) {
      case Kind.OnePerson _, Kind.SomePersons _ -> true;
      case Kind.Group group -> asksForPersons(group.form());
      case Kind.Rows rows -> asksForPersons(rows.form());
      default -> false;
    };
  }
}
