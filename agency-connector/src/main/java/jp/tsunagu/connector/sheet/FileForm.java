package jp.tsunagu.connector.sheet;

import java.util.Set;
import jp.tsunagu.connector.dossier.FileId;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to travel.
 *
 * @param about whom it is about
 * @param tells what it tells of her, by its author's word
 * @param basis the declared ground for sharing it; there exactly if it is shared
 */
public record FileForm(
    FileId file, PersonRef about, Set<DetailKind> tells, @Nullable SharingBasis basis) {

  /** Keeps an unmodifiable copy. */
  public FileForm {
    tells = Set.copyOf(tells);
  }
}
