package jp.tsunagu.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.ResponseDeadline;
import jp.tsunagu.contract.directory.AgencyKind;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.StatisticsField;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.testing.OfficesOfAYear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("slow")
class DeadlinePreviewTest {

  private static final long SEED = 20261126;
  private static final List<Instant> MOMENTS = OfficesOfAYear.moments(SEED);
  private static final NetworkDirectory CITY =
      NetworkDirectory.EMPTY.with(
          Objects.requireNonNull(OfficesOfAYear.cities().get("usual hours, nothing set")));

  @Test
  void an_ordinary_deadline_is_ten_open_days_later() {
    DeadlinePreview preview =
        DeadlinePreview.of(Urgency.NORMAL, Instant.parse("2026-09-03T01:52:00Z"), CITY, null);

    assertThat(preview.respondBy()).isEqualTo(Instant.parse("2026-09-17T08:15:00Z"));
    assertThat(preview.endsOnClosedDay()).isFalse();
    assertThat(preview.message()).isEqualTo("回答期限は令和8年9月17日(木) 17:15です。");
  }

  @Test
  void a_deadline_on_a_closed_day_is_told_with_the_duty_contact() {
    DeadlinePreview preview =
        DeadlinePreview.of(
            Urgency.EMERGENCY,
            Instant.parse("2026-07-17T22:30:00Z"),
            CITY,
            agency("shakyo", Participation.CONNECTOR, "042-000-9999"));

    assertThat(preview.endsOnClosedDay()).isTrue();
    assertThat(preview.message()).contains("閉庁日", "先に電話", "042-000-9999", "7:30");
  }

  /** That the gateway decides the same is told by its {@code DeadlineOfEveryHourTest}. */
  @TestFactory
  Stream<DynamicTest> what_is_shown_before_sending_is_what_the_directory_says() {
    return OfficesOfAYear.cities().entrySet().stream()
        .map(city -> DynamicTest.dynamicTest(city.getKey(), () -> agrees(city)));
  }

  private static void agrees(Map.Entry<String, List<DirectoryRecord>> city) {
    List<Agency> agencies =
        List.of(
            agency("shakyo", Participation.CONNECTOR, "042-000-9999"),
            agency("shogai-kikan", Participation.CONNECTOR, null),
            agency("minsei-higashi3", Participation.PAPER, null));
    NetworkDirectory directory = NetworkDirectory.EMPTY.with(city.getValue()).with(agencies);
    List<@Nullable Agency> receivers = new ArrayList<>(directory.agencies());
    receivers.add(null);
    for (Instant moment : MOMENTS) {
      for (Urgency urgency : Urgency.values()) {
        ResponseDeadline decided = directory.responseDeadline(urgency, moment);
        for (Agency receiver : receivers) {
          DeadlinePreview shown = DeadlinePreview.of(urgency, moment, directory, receiver);
          assertThat(shown.respondBy()).isEqualTo(decided.respondBy());
          assertThat(shown.dueSoonAt()).isEqualTo(decided.dueSoonAt());
          assertThat(shown.endsOnClosedDay()).isEqualTo(decided.endsOnClosedDay());
          assertThat(shown.message().contains("閉庁日")).isEqualTo(decided.endsOnClosedDay());
        }
      }
    }
  }

  private static Agency agency(String id, Participation participation, @Nullable String duty) {
    return new Agency(
        new AgencyId(id),
        id,
        AgencyKind.OTHER,
        StatisticsField.OTHER,
        participation,
        Set.of(),
        false,
        duty);
  }
}
