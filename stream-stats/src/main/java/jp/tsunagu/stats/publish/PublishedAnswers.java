package jp.tsunagu.stats.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.GuardedTable;
import jp.tsunagu.stats.figure.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What became of the referrals of seven days, of one dimension, as others get it; never by agency.
 *
 * @param until last day of sending, Asia/Tokyo, {@code yyyy-MM-dd}
 * @param sent none where it is held back, as the others
 * @param suppressed a small number, or one that would give it away, is held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublishedAnswers(
    String dimension,
    String until,
    @Nullable Long sent,
    @Nullable Long answered,
    @Nullable Long acknowledgedOnly,
    @Nullable Long noAnswer,
    @Nullable Long becameOverdue,
    boolean suppressed) {

  private static final List<Measure> COLUMNS =
      List.of(
          Measure.SENT,
          Measure.ANSWERED,
          Measure.ACKNOWLEDGED_ONLY,
          Measure.NO_ANSWER,
          Measure.BECAME_OVERDUE);

  /** By the codes of dimensions: the whole network as it is, its parts without small cells. */
  static SortedMap<String, PublishedAnswers> of(
      Map<BucketKey, Bucket> days, Collection<Dimension> parts, String until) {
    DimensionTable table = new DimensionTable(days, parts, COLUMNS);
    GuardedTable guarded =
        table
            .guarded()
            .columnsAddUp(
                Measure.SENT.name(),
                List.of(
                    Measure.ANSWERED.name(),
                    Measure.ACKNOWLEDGED_ONLY.name(),
                    Measure.NO_ANSWER.name()));
    SortedMap<String, PublishedAnswers> records = new TreeMap<>();
    records.put(DimensionTable.WHOLE, of(DimensionTable.WHOLE, until, table.whole()::count, false));
    for (String code : table.parts()) {
      records.put(
          code,
          of(
              code,
              until,
              measure -> guarded.shown(code, measure.name()),
              guarded.isSuppressed(code)));
    }
    return records;
  }

  private static PublishedAnswers of(
      String code, String until, Function<Measure, @Nullable Long> number, boolean suppressed) {
    return new PublishedAnswers(
        code,
        until,
        number.apply(Measure.SENT),
        number.apply(Measure.ANSWERED),
        number.apply(Measure.ACKNOWLEDGED_ONLY),
        number.apply(Measure.NO_ANSWER),
        number.apply(Measure.BECAME_OVERDUE),
        suppressed);
  }
}
