package jp.tsunagu.stats.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.stats.fact.Beside;
import jp.tsunagu.stats.fact.CaseFacts;

/**
 * 参加支援 (第2号) and アウトリーチ (第4号) of a fiscal year. Each support of a person counts on its own, not its
 * case; one that began, ended and began again counts twice.
 *
 * @param kinds none missing
 */
public record SupportTable(FiscalYear year, Map<SideKind, Row> kinds) {

  /**
   * One kind of support.
   *
   * @param begun those that began in the year
   * @param carriedOver those that began before it and went on into it
   * @param ended those that ended in it with stable relations
   * @param grounds those that ended in it for another reason, by that reason
   * @param staying those of all that ended in it, where somebody stays in contact (伴走)
   */
  public record Row(
      int begun, int carriedOver, int ended, Map<ClosingGround, Integer> grounds, int staying) {

    /** Keeps an unmodifiable copy. */
    public Row {
      grounds = Map.copyOf(grounds);
    }
  }

  /**
   * Counts these cases.
   *
   * @param asOf nothing is carried over into a year that has not begun by then
   */
  public static SupportTable of(Iterable<CaseFacts> all, FiscalYear year, Instant asOf) {
    Map<SideKind, List<Beside>> found = new EnumMap<>(SideKind.class);
    List<SideKind> known = List.copyOf(GrowingCode.known(SideKind.class));
    known.forEach(kind -> found.put(kind, new ArrayList<>()));
    for (CaseFacts facts : all) {
      facts.beside().stream()
          .filter(one -> known.contains(one.kind()))
          .forEach(one -> Objects.requireNonNull(found.get(one.kind())).add(one));
    }
    Map<SideKind, Row> rows = new EnumMap<>(SideKind.class);
    found.forEach((kind, supports) -> rows.put(kind, row(supports, year, asOf)));
    return new SupportTable(year, rows);
  }

  private static Row row(List<Beside> supports, FiscalYear year, Instant asOf) {
    boolean hasBegun = !year.begins().isAfter(asOf);
    int begun = 0;
    int carriedOver = 0;
    int ended = 0;
    int staying = 0;
    Map<ClosingGround, Integer> grounds = new EnumMap<>(ClosingGround.class);
    for (Beside one : supports) {
      if (year.contains(one.span().from())) {
        begun++;
      } else if (hasBegun && one.span().isCarriedInto(year)) {
        carriedOver++;
      }
      Instant until = one.span().until();
      if (until != null && year.contains(until)) {
        ClosingGround ground = one.ground();
        if (ground == null) {
          ended++;
        } else {
          grounds.merge(ground, 1, Integer::sum);
        }
        staying += one.stays() ? 1 : 0;
      }
    }
    return new Row(begun, carriedOver, ended, grounds, staying);
  }
}
