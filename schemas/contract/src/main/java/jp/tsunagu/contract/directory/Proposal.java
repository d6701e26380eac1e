package jp.tsunagu.contract.directory;

import java.time.Instant;
import java.util.Set;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.lifecycle.Field;

/**
 * An agency that may be the right one for a household, and why ({@link Proposals}).
 *
 * @param fields of the household for which it is there
 * @param isGeneral whether it takes everything, and none of the fields in particular (総合)
 * @param isOfArea whether it works in this area and not everywhere (全域)
 * @param isOpen whether its office is open now
 * @param turnsAt when it closes, or opens next
 */
public record Proposal(
    Agency agency,
    Set<Field> fields,
    boolean isGeneral,
    boolean isOfArea,
    boolean isOpen,
    Instant turnsAt) {

  /** Keeps an unmodifiable copy. */
  public Proposal {
    fields = Set.copyOf(fields);
  }
}
