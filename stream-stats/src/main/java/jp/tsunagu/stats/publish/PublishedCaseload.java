package jp.tsunagu.stats.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.figure.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The caseload of one dimension as others get it.
 *
 * @param openCases none where it is held back, as the others
 * @param suppressed a small number, or one that would give it away, is held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedCaseload(
    String dimension,
    @Nullable Long openCases,
    @Nullable Long dueSoon,
    @Nullable Long overdue,
    boolean suppressed) {

  private static final List<Measure> COLUMNS =
      List.of(Measure.OPEN_CASES, Measure.DUE_SOON, Measure.OVERDUE);

  /** By the codes of dimensions: the whole network as it is, its parts without small cells. */
  static SortedMap<String, PublishedCaseload> of(
      Map<BucketKey, Bucket> now, Collection<Dimension> parts) {
    DimensionTable table = new DimensionTable(now, parts, COLUMNS);
    Bucket all = table.whole();
    SortedMap<String, PublishedCaseload> records = new TreeMap<>();
    records.put(
        DimensionTable.WHOLE,
        new PublishedCaseload(
            DimensionTable.WHOLE,
            all.count(Measure.OPEN_CASES),
            all.count(Measure.DUE_SOON),
            all.count(Measure.OVERDUE),
            false));
    GuardedTable guarded = table.guarded();
    for (String code : table.parts()) {
      records.put(
          code,
          new PublishedCaseload(
              code,
              guarded.shown(code, Measure.OPEN_CASES.name()),
              guarded.shown(code, Measure.DUE_SOON.name()),
              guarded.shown(code, Measure.OVERDUE.name()),
              guarded.isSuppressed(code)));
    }
    return records;
  }
}
