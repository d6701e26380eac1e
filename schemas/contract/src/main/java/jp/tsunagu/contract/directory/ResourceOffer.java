package jp.tsunagu.contract.directory;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;

/**
 * What a resource (社会資源) offers, in words that name nobody of a household.
 *
 * @param forWhom may be empty
 * @param place may be empty
 * @param areas 圏域 it serves; empty for the whole city
 * @param fields 分野 it is for; empty for all
 * @param capacity how many places it has, at least 0
 * @param since a day in Tokyo
 * @param contact the agency to ask about it
 */
public record ResourceOffer(
    String what,
    String forWhom,
    String place,
    Set<AreaId> areas,
    Set<Field> fields,
    int capacity,
    LocalDate since,
    AgencyId contact) {

  /** Most characters of a text. */
  public static final int LONGEST = 200;

  /** Most places. */
  public static final int MOST_PLACES = 999;

  /** Keeps unmodifiable copies. */
  public ResourceOffer {
    areas = Set.copyOf(areas);
    fields = Set.copyOf(fields);
  }

  /** Whether it can be shown to everybody: it says what it is, and is no longer than it may be. */
  public boolean isSound() {
    return !what.isBlank()
        && Stream.of(what, forWhom, place).allMatch(text -> text.length() <= LONGEST)
        && capacity >= 0
        && capacity <= MOST_PLACES;
  }
}
