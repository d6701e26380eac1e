package jp.tsunagu.contract.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.calendar.OfficeHours;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.Holiday;
import jp.tsunagu.contract.directory.DirectoryRecord.HolidayOverrides;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Urgency;
import org.junit.jupiter.api.Test;

class NetworkDirectoryTest {

  private static final Agency HIGASHI =
      new Agency(
          new AgencyId("hokatsu-higashi"),
          "包括東",
          AgencyKind.COMMUNITY_SUPPORT,
          StatisticsField.ELDERLY,
          Participation.CONNECTOR,
          Set.of(),
          false,
          null);

  private final NetworkDirectory city =
      NetworkDirectory.EMPTY.with(
          List.of(
              settings(),
              HIGASHI,
              new FormerName(FormerName.AREAS, "west", "西部"),
              new FormerName(FormerName.BODIES, "old-body", "旧会議"),
              new FormerName(CodeList.DECLINE_REASONS.place(), "too-far", "遠方"),
              new FormerName(CodeList.DECLINE_REASONS.place(), "full", "満員")));

  @Test
  void an_agency_keeps_its_name_after_it_left() {
    NetworkDirectory later = city.with(List.of(HIGASHI.left(LocalDate.of(2026, 9, 3))));

    assertThat(later.nameOf(HIGASHI.agencyId())).isEqualTo("包括東");
    assertThat(later.nameOf(new AgencyId("stranger"))).isEqualTo("stranger");
  }

  @Test
  void what_a_protected_case_hides_is_called_the_same_everywhere() {
    assertThat(city.nameOf(AgencyId.WITHHELD)).isEqualTo("非公開");
    assertThat(city.nameOf(AreaId.WITHHELD)).isEqualTo("非公開");
  }

  @Test
  void areas_and_bodies_keep_their_last_name() {
    assertThat(city.nameOf(new AreaId("east"))).isEqualTo("東部");
    assertThat(city.nameOf(new AreaId("west"))).isEqualTo("西部");
    assertThat(city.nameOf(new BodyId("old-body"))).isEqualTo("旧会議");
    assertThat(city.nameOf(new BodyId("new-body"))).isEqualTo("new-body");
  }

  @Test
  void a_code_is_called_as_the_city_calls_it_now_or_called_it_last() {
    assertThat(city.labelOf("full", CodeList.DECLINE_REASONS)).isEqualTo("受入枠なし");
    assertThat(city.labelOf("too-far", CodeList.DECLINE_REASONS)).isEqualTo("遠方");
    assertThat(city.labelOf("paper", CodeList.DECLINE_REASONS, CodeList.SEND_BACK_REASONS))
        .isEqualTo("書類不備");
    assertThat(city.labelOf("support", CodeList.ROLES)).isEqualTo("support");
    assertThat(city.reason(CodeList.DECLINE_REASONS, "too-far")).isEmpty();
  }

  @Test
  void the_calendar_has_the_hours_and_the_holidays_of_the_city() {
    LocalDate dayOfTheFile = LocalDate.of(2026, 6, 1);
    LocalDate holidayByLaw = LocalDate.of(2026, 5, 5);
    NetworkDirectory withFile =
        city.with(List.of(new HolidayOverrides(List.of(new Holiday(dayOfTheFile, "市制記念日")))));

    assertThat(city.officeCalendar().hours().opens()).isEqualTo(LocalTime.of(9, 0));
    assertThat(city.officeCalendar().isOpenDay(holidayByLaw)).isFalse();
    assertThat(city.officeCalendar().isOpenDay(LocalDate.of(2026, 12, 29))).isFalse();
    assertThat(withFile.officeCalendar().isOpenDay(dayOfTheFile)).isFalse();
    assertThat(withFile.officeCalendar().isOpenDay(holidayByLaw)).isTrue();
  }

  @Test
  void a_network_that_was_not_published_yet_has_the_usual_hours_and_deadlines() {
    assertThat(NetworkDirectory.EMPTY.officeCalendar().hours()).isEqualTo(OfficeHours.standard());
    assertThat(
            NetworkDirectory.EMPTY
                .responseDeadline(Urgency.EMERGENCY, Instant.parse("2026-09-03T01:52:00Z"))
                .respondBy())
        .isEqualTo("2026-09-04T01:52:00Z");
  }

  private static NetworkSettings settings() {
    return new NetworkSettings(
        new NetworkId("yui"),
        "結市",
        6,
        new AgencyId("desk"),
        List.of(new Area(new AreaId("east"), "東部")),
        List.of(new Reason("full", "受入枠なし", false)),
        List.of(new Reason("paper", "書類不備", false)),
        List.of(),
        List.of(),
        List.of(),
        new DirectoryRecord.OfficeHours(LocalTime.of(9, 0), LocalTime.of(17, 0)));
  }
}
