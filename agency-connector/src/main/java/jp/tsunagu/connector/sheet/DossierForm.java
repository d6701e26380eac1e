package jp.tsunagu.connector.sheet;

import java.util.List;
import jp.tsunagu.connector.sensitive.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * Everything of a form that can travel sealed.
 *
 * @param note 紹介する理由・連絡文
 * @param staff 担当・連絡先 at the sending agency
 */
public record DossierForm(
    List<PersonForm> persons,
    @Nullable HouseholdForm household,
    @Nullable NoteForm note,
    @Nullable Sensitive<Staff> staff) {

  public DossierForm {
    persons = List.copyOf(persons);
  }

  /** Who is in charge. */
  public record Staff(@Nullable String name, @Nullable String phone) {}
}
