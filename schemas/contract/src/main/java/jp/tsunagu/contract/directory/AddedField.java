package jp.tsunagu.contract.directory;

import java.util.List;
import jp.tsunagu.contract.dossier.DetailKind;
import org.jspecify.annotations.Nullable;

/**
 * A field that a city added to a form.
 *
 * @param section in whose rows it stands; empty for the form itself
 * @param name in JSON
 * @param choices for {@link AddedKind#ONE_OF}; empty for every other kind
 * @param tells what it tells of its person; none where the row says it, and for an agency's
 */
public record AddedField(
    String section,
    String name,
    FormWords words,
    AddedKind kind,
    List<FormChoice> choices,
    boolean required,
    FormOwner owner,
    @Nullable DetailKind tells) {

  /** Keeps an unmodifiable copy. */
  public AddedField {
    choices = List.copyOf(choices);
  }
}
