package jp.tsunagu.compose.household;

import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;

/**
 * An invented household that comes with several problems at once.
 *
 * @param fields 分野, in the order of a form
 * @param persons the first one is 本人 and consents; the others do not
 * @param situations what the first person tells, one text per field
 */
public record Household(
    List<Field> fields,
    AreaId area,
    Urgency urgency,
    String introducedBy,
    List<Person> persons,
    String address,
    String phone,
    List<Situation> situations) {

  public Household {
    fields = List.copyOf(fields);
    persons = List.copyOf(persons);
    situations = List.copyOf(situations);
  }

  /** The fields without an order. */
  public Set<Field> fieldSet() {
    return Set.copyOf(fields);
  }

  /** 本人. */
  public Person first() {
    return persons.getFirst();
  }

  @Override
  public String toString() {
    return "Household[" + fields + ", " + persons.size() + " persons]";
  }
}
