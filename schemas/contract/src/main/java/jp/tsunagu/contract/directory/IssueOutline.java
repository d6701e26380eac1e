package jp.tsunagu.contract.directory;

import java.util.Set;
import jp.tsunagu.contract.id.AreaId;

/**
 * What is missing in the city, in words that name nobody of a household.
 *
 * @param kind what kind of 社会資源 it would be, a code of {@link CodeList#MISSING_RESOURCES}
 * @param areas 圏域 where it is missing; empty for the whole city
 * @param programme in which it was noticed (第1号 to 第6号)
 */
public record IssueOutline(String what, String kind, Set<AreaId> areas, Programme programme) {

  /** Keeps an unmodifiable copy. */
  public IssueOutline {
    areas = Set.copyOf(areas);
  }

  /** Whether it can be shown to everybody: it says what it is, and is no longer than it may be. */
  public boolean isSound() {
    return !what.isBlank() && what.length() <= ResourceOffer.LONGEST && !kind.isBlank();
  }
}
