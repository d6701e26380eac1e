package jp.tsunagu.compose.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.ledger.CombinationTable;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final CombinationTable TABLE = CombinationTable.fiscal2020();

  @Test
  void the_plan_has_a_consultation_for_every_count_of_the_table() {
    var entries = plan().entries();
    assertThat(entries).hasSize(72);
    assertThat(TABLE.rows())
        .allSatisfy(
            row ->
                assertThat(entries)
                    .filteredOn(entry -> entry.household().fieldSet().equals(row.combination()))
                    .hasSize(row.count()));
  }

  @Test
  void every_channel_story_and_agency_takes_part_and_nobody_sends_to_itself() {
    var entries = plan().entries();
    assertThat(entries).extracting(Entry::channel).contains(Channel.values());
    assertThat(entries).extracting(Entry::story).contains(Story.values());
    assertThat(entries).extracting(Entry::receivedBy).containsAll(SampleCity.everyone());
    assertThat(entries).extracting(Entry::receiver).containsAll(SampleCity.AGENCIES);
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(List.of(entry.receivedBy(), entry.receiver(), entry.other()))
                    .doesNotHaveDuplicates());
  }

  @Test
  void the_same_seed_gives_the_same_plan() {
    assertThat(plan()).isEqualTo(plan());
  }

  private static Plan plan() {
    return Plan.of(TABLE, 2020, TODAY);
  }
}
