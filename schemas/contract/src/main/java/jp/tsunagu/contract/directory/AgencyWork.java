package jp.tsunagu.contract.directory;

import java.util.Set;
import jp.tsunagu.contract.id.AreaId;

/**
 * What an agency does for households, and where.
 *
 * @param areas where it works; empty means everywhere (全域)
 * @param mayCoordinate whether it can be 多機関協働事業者
 * @param programmes what it carries out for households itself; none is a window that only points
 * @param countsConsultations whether 相談の種類 counts what it receives (相談支援包括化推進員)
 */
public record AgencyWork(
    StatisticsField statisticsField,
    Set<AreaId> areas,
    boolean mayCoordinate,
    Set<Programme> programmes,
    boolean countsConsultations) {

  /** Keeps copies. */
  public AgencyWork {
    areas = Set.copyOf(areas);
    programmes = Set.copyOf(programmes);
  }
}
