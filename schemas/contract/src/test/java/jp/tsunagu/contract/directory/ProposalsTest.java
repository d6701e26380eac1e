package jp.tsunagu.contract.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.DirectoryRecord.Area;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.ProposalWords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProposalsTest {

  private static final AreaId EAST = new AreaId("east");
  private static final AreaId WEST = new AreaId("west");

  /** A Tuesday, ten o'clock in Tokyo. */
  private static final Instant TUESDAY = Instant.parse("2026-12-08T01:00:00Z");

  private static final NetworkDirectory CITY =
      NetworkDirectory.EMPTY.with(
          List.of(
              settings(),
              agency("desk", AgencyKind.COORDINATION_DESK, StatisticsField.OTHER),
              agency(
                  "hokatsu-higashi", AgencyKind.COMMUNITY_SUPPORT, StatisticsField.ELDERLY, EAST),
              agency("hokatsu-nishi", AgencyKind.COMMUNITY_SUPPORT, StatisticsField.ELDERLY, WEST),
              agency(
                  "shogai", AgencyKind.DISABILITY_CONSULTATION, StatisticsField.DISABILITY, EAST),
              agency("shogai-all", AgencyKind.DISABILITY_CONSULTATION, StatisticsField.DISABILITY),
              agency("shakyo", AgencyKind.SOCIAL_WELFARE_COUNCIL, StatisticsField.OTHER),
              agency("zei", AgencyKind.DEPARTMENT, StatisticsField.OTHER),
              paper("minsei", AgencyKind.OTHER, StatisticsField.DISABILITY)));

  @Test
  void field_and_area_say_who_and_the_general_agency_comes_last() {
    assertThat(proposed(Set.of(Field.DISABILITY), EAST, Set.of()))
        .containsExactly("shogai", "shogai-all", "shakyo");
    assertThat(proposed(Set.of(Field.DISABILITY, Field.ELDERLY_CARE), WEST, Set.of()))
        .containsExactly("hokatsu-nishi", "shogai-all", "shakyo");
    assertThat(proposed(Set.of(Field.ELDERLY_CARE), null, Set.of())).containsExactly("shakyo");
    assertThat(proposed(Set.of(), EAST, Set.of())).isEmpty();
  }

  @Test
  void who_is_left_out_leaves_no_trace() {
    List<Proposal> without =
        proposals(TUESDAY).of(Set.of(Field.DISABILITY), EAST, Set.of(new AgencyId("shogai")));
    NetworkDirectory never = CITY.without(List.of("agency/shogai"));

    assertThat(without)
        .isEqualTo(new Proposals(never, TUESDAY).of(Set.of(Field.DISABILITY), EAST, Set.of()));
  }

  @Test
  void the_reason_says_field_area_and_hours() {
    assertThat(reasons(TUESDAY))
        .containsExactly(
            "障害 + 圏域 東部 + いま開庁 17:15まで", "障害 + 全域 + いま開庁 17:15まで", "総合 + 全域 + いま開庁 17:15まで");
    Instant saturday = Instant.parse("2026-12-12T01:00:00Z");
    assertThat(reasons(saturday)).contains("障害 + 圏域 東部 + いま閉庁 12/14(月) 8:30から");
    Instant early = Instant.parse("2026-12-07T22:00:00Z");
    assertThat(reasons(early)).contains("障害 + 圏域 東部 + いま閉庁 8:30から");
  }

  private static List<String> reasons(Instant now) {
    return proposals(now).of(Set.of(Field.DISABILITY), EAST, Set.of()).stream()
        .map(each -> ProposalWords.reason(each, CITY, EAST, TokyoTime.dateOf(now)))
        .toList();
  }

  private static List<String> proposed(
      Set<Field> fields, @Nullable AreaId area, Set<AgencyId> without) {
    return proposals(TUESDAY).of(fields, area, without).stream()
        .map(each -> each.agency().agencyId().value())
        .toList();
  }

  private static Proposals proposals(Instant now) {
    return new Proposals(CITY, now);
  }

  private static Agency agency(String id, AgencyKind kind, StatisticsField field, AreaId... areas) {
    return agency(id, kind, field, Participation.CONNECTOR, Set.of(areas));
  }

  private static Agency paper(String id, AgencyKind kind, StatisticsField field) {
    return agency(id, kind, field, Participation.PAPER, Set.of());
  }

  private static Agency agency(
      String id,
      AgencyKind kind,
      StatisticsField field,
      Participation participation,
      Set<AreaId> areas) {
    return new Agency(new AgencyId(id), id, kind, field, participation, areas, false, null);
  }

  private static NetworkSettings settings() {
    return new NetworkSettings(
        new NetworkId("city"),
        "試験市",
        6,
        new AgencyId("desk"),
        List.of(new Area(EAST, "東部"), new Area(WEST, "西部")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new DirectoryRecord.OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 15)));
  }
}
