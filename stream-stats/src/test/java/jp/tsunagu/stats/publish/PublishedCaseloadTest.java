package jp.tsunagu.stats.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Cell;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Measure;
import jp.tsunagu.stats.figure.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedCaseloadTest {
  private static final List<Dimension> PARTS =
      Stream.of("hokatsu", "shakyo", "shogai")
          .<Dimension>map(id -> new OfAgency(new AgencyId(id)))
          .toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 4})
  void the_whole_network_is_shown_as_it_is_and_a_single_part_of_it_is_not(long number) {
    SortedMap<String, PublishedCaseload> published = published(number, Map.of("shakyo", number));
    assertThat(told(published, "all"))
        .isEqualTo(new PublishedCaseload("all", number, 0L, 0L, false));
    assertThat(told(published, "agency/shakyo").openCases()).isNull();
    assertThat(told(published, "agency/shakyo").suppressed()).isTrue();
    assertThat(published.values()).filteredOn(PublishedCaseload::suppressed).hasSize(2);
  }

  @Test
  void large_parts_are_told_and_who_holds_nothing_is_told_too() {
    assertThat(published(20, Map.of("shakyo", 12L, "shogai", 8L)).values())
        .extracting(PublishedCaseload::dimension, PublishedCaseload::openCases)
        .containsExactly(
            tuple("agency/hokatsu", 0L),
            tuple("agency/shakyo", 12L),
            tuple("agency/shogai", 8L),
            tuple("all", 20L));
  }

  @Test
  void a_small_part_cannot_be_found_from_the_others() {
    SortedMap<String, PublishedCaseload> published =
        published(22, Map.of("hokatsu", 2L, "shakyo", 12L, "shogai", 8L));
    assertThat(published.values())
        .filteredOn(one -> one.openCases() == null)
        .extracting(PublishedCaseload::dimension)
        .containsExactly("agency/hokatsu", "agency/shogai");
  }

  private static SortedMap<String, PublishedCaseload> published(
      long all, Map<String, Long> agencies) {
    Map<BucketKey, Bucket> now = new HashMap<>();
    now.put(new BucketKey(new Period.Now(), new Dimension.All()), open(all));
    agencies
        .entrySet()
        .forEach(
            entry ->
                now.put(
                    new BucketKey(new Period.Now(), new OfAgency(new AgencyId(entry.getKey()))),
                    open(entry.getValue())));
    return PublishedCaseload.of(now, PARTS);
  }

  private static Bucket open(long number) {
    return new Bucket(Map.of(Cell.count(Measure.OPEN_CASES), number));
  }

  private static <T> T told(Map<String, T> published, String key) {
    return Objects.requireNonNull(published.get(key));
  }
}
