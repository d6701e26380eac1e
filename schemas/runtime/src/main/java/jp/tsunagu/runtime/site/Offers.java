package jp.tsunagu.runtime.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.wording.Coded;

/**
 * What a page knows of its choices beyond the declaration of the form.
 *
 * @param hidden agencies that are offered nowhere but where a field may name anybody; nothing on
 *     the page tells that they were left out
 * @param proposed who is proposed for the field of this path, instead of a list of everybody
 * @param notes what is said beside a choice, by the path of the field and the code of the choice
 * @param persons the people of the household by their numbers; none where they are not known, then
 *     numbers are typed
 * @param items what the case brought to meetings (議題); none where it is not known, then ids are
 *     typed
 * @param files what is told of files that were added, by their numbers
 */
public record Offers(
    Set<AgencyId> hidden,
    Map<String, Proposed> proposed,
    Map<String, Map<String, String>> notes,
    List<Coded> persons,
    List<Coded> items,
    Map<String, String> files) {

  /** Everybody, and nothing to say. */
  public static final Offers ALL = new Offers(Set.of());

  /** Keeps unmodifiable copies. */
  public Offers {
    hidden = Set.copyOf(hidden);
    proposed = Map.copyOf(proposed);
    notes = Map.copyOf(notes);
    persons = List.copyOf(persons);
    items = List.copyOf(items);
    files = Map.copyOf(files);
  }

  /** The same where neither items nor files are told of. */
  public Offers(
      Set<AgencyId> hidden,
      Map<String, Proposed> proposed,
      Map<String, Map<String, String>> notes,
      List<Coded> persons) {
    this(hidden, proposed, notes, persons, List.of(), Map.of());
  }

  /** Everybody but these. */
  public Offers(Set<AgencyId> hidden) {
    this(hidden, Map.of(), Map.of(), List.of());
  }

  /** The same for a household of these people. */
  public Offers of(List<Coded> household) {
    return new Offers(hidden, proposed, notes, household, items, files);
  }

  /** The same in a case that brought these to meetings. */
  public Offers withItems(List<Coded> brought) {
    return new Offers(hidden, proposed, notes, persons, brought, files);
  }

  /** The same where these files were added. */
  public Offers withFiles(Map<String, String> added) {
    return new Offers(hidden, proposed, notes, persons, items, added);
  }

  /**
   * Who is proposed for a field.
   *
   * @param reasons of each, the most fitting first
   * @param others who can be chosen too
   * @param nobody what it means to choose none of them
   * @param help what is said above
   */
  public record Proposed(
      Map<AgencyId, String> reasons, List<AgencyId> others, String nobody, String help) {

    /** Keeps copies in the same order. */
    public Proposed {
      reasons = new LinkedHashMap<>(reasons);
      others = List.copyOf(others);
    }
  }

  String note(String path, String code) {
    return notes.getOrDefault(path, Map.of()).getOrDefault(code, "");
  }
}
