package jp.tsunagu.stats.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.Cell;
import jp.tsunagu.stats.figure.Dimension;
import jp.tsunagu.stats.figure.Dimension.All;
import jp.tsunagu.stats.figure.Dimension.OfAgency;
import jp.tsunagu.stats.figure.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedCaseloadTest {
  private static final Dimension SHAKYO = new OfAgency(new AgencyId("shakyo"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_number_that_could_point_to_a_household_is_held_back(long number) {
    PublishedCaseload published = PublishedCaseload.of(SHAKYO, open(number));
    assertThat(published.openCases()).isNull();
    assertThat(published.suppressed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 72})
  void nothing_and_larger_numbers_are_published(long number) {
    PublishedCaseload published = PublishedCaseload.of(SHAKYO, open(number));
    assertThat(published.openCases()).isEqualTo(number);
    assertThat(published.suppressed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4})
  void the_whole_network_is_shown_as_it_is(long number) {
    assertThat(PublishedCaseload.of(new All(), open(number)).openCases()).isEqualTo(number);
  }

  private static Bucket open(long number) {
    return new Bucket(Map.of(Cell.count(Measure.OPEN_CASES), number));
  }
}
