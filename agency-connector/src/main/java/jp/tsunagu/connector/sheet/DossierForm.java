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
    @Nullable Sensitive<Staff> staff,
    List<FileForm> files) {

  public DossierForm {
    persons = List.copyOf(persons);
    files = List.copyOf(files);
  }

  /** Without files. */
  public DossierForm(
      List<PersonForm> persons,
      @Nullable HouseholdForm household,
      @Nullable NoteForm note,
      @Nullable Sensitive<Staff> staff) {
    this(persons, household, note, staff, List.of());
  }

  /** Who is in charge. */
  public record Staff(@Nullable String name, @Nullable String phone) {}
}
