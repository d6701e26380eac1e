package jp.tsunagu.connector.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.junit.jupiter.api.Test;

class DeadlinePreviewTest {

  private static final NetworkDirectory CITY = NetworkDirectory.EMPTY.with(List.of(settings()));

  private static NetworkSettings settings() {
    return new NetworkSettings(
        new NetworkId("yui"),
        "結市",
        6,
        new AgencyId("desk"),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new DirectoryRecord.OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }

  @Test
  void an_ordinary_deadline_is_ten_open_days_later() {
    DeadlinePreview preview =
        DeadlinePreview.of(Urgency.NORMAL, Instant.parse("2026-09-03T01:52:00Z"), CITY, null);

    assertThat(preview.respondBy()).isEqualTo(Instant.parse("2026-09-17T08:15:00Z"));
    assertThat(preview.endsOnClosedDay()).isFalse();
    assertThat(preview.message()).isEqualTo("回答期限は令和8年9月17日 17:15です。");
  }

  @Test
  void a_deadline_on_a_closed_day_is_told_with_the_duty_contact() {
    DeadlinePreview preview =
        DeadlinePreview.of(
            Urgency.EMERGENCY, Instant.parse("2026-07-17T22:30:00Z"), CITY, "042-000-9999");

    assertThat(preview.endsOnClosedDay()).isTrue();
    assertThat(preview.message()).contains("閉庁日", "先に電話", "042-000-9999", "7:30");
  }
}
