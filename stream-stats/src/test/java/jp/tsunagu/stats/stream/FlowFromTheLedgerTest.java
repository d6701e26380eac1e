package jp.tsunagu.stats.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.stats.report.FlowReport;
import jp.tsunagu.stats.report.Labels;
import jp.tsunagu.stats.testing.CaseStory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 開始・終了・増減 per day, and the share of 多機関協働 in what is open. */
class FlowFromTheLedgerTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
  private static final Labels LABELS = new Labels(NetworkDirectory.EMPTY);

  private final RoughLedger ledger = new RoughLedger();

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void opened_closed_net_change_and_the_desks_share_of_all_cases_day_by_day() {
    CaseStory coordinated =
        received(1, "2026-09-07T10:00")
            .coordinationRequested("hokatsu", "desk", false)
            .coordinationAccepted();
    CaseStory brief = received(2, "2026-09-08T10:00").at("2026-09-10T10:00").supportEnded();
    ledger.tell(coordinated, brief, received(3, "2026-09-09T10:00"));
    ledger.tell(coordinated.at("2026-09-11T10:00").coordinationClosed());
    assertThat(rows("全体"))
        .containsExactly(
            List.of(1L, 0L, 1L, 1L, 1L, 1.0),
            List.of(1L, 0L, 1L, 2L, 1L, 0.5),
            List.of(1L, 0L, 1L, 3L, 1L, 0.333),
            List.of(0L, 1L, -1L, 2L, 1L, 0.5),
            List.of(0L, 0L, 0L, 2L, 0L, 0.0));
  }

  @Test
  void what_is_entered_late_moves_the_day_and_every_share_since() {
    CaseStory story = received(1, "2026-09-07T10:00");
    CaseStory other = received(2, "2026-09-07T10:00").at("2026-09-11T09:00").settled(Field.OTHER);
    ledger.tell(story, other);
    assertThat(rows("全体")).last().isEqualTo(List.of(0L, 0L, 0L, 2L, 0L, 0.0));
    ledger.tell(
        story
            .at("2026-09-08T09:00")
            .coordinationRequested("hokatsu", "desk", false)
            .coordinationAccepted(),
        other.at("2026-09-09T17:00").supportEnded());
    assertThat(rows("全体"))
        .containsExactly(
            List.of(2L, 0L, 2L, 2L, 0L, 0.0),
            List.of(0L, 0L, 0L, 2L, 1L, 0.5),
            List.of(0L, 1L, -1L, 1L, 1L, 1.0),
            List.of(0L, 0L, 0L, 1L, 1L, 1.0),
            List.of(0L, 0L, 0L, 1L, 1L, 1.0));
  }

  @Test
  void where_every_department_coordinates_each_has_its_share() {
    CaseStory story =
        received(1, "2026-09-07T10:00")
            .coordinationRequested("hokatsu", "fukushi-ka", false)
            .coordinationAccepted();
    CaseStory other = received(2, "2026-09-07T11:00");
    ledger.tell(story, other);
    ledger.tell(story.at("2026-09-09T10:00").coordinatorChanged("fukushi-ka", "kodomo-ka"));
    assertThat(rows("全体")).extracting(List::getLast).containsExactly(0.5, 0.5, 0.5, 0.5, 0.5);
    assertThat(rows("fukushi-ka"))
        .extracting(List::getLast)
        .containsExactly(0.5, 0.5, 0.0, 0.0, 0.0);
    assertThat(rows("kodomo-ka"))
        .extracting(List::getLast)
        .containsExactly(0.0, 0.0, 0.5, 0.5, 0.5);
  }

  private List<List<Object>> rows(String coordinator) {
    return FlowReport.of(ledger.figures().buckets(), MONDAY, MONDAY.plusDays(4), LABELS)
        .rows()
        .stream()
        .filter(row -> row.get(1).equals(coordinator))
        .map(row -> row.subList(2, row.size()))
        .toList();
  }

  private static CaseStory received(long number, String time) {
    return new CaseStory(number).at(time).received("hokatsu", "chubu", Field.OTHER);
  }
}
