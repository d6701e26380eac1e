package jp.tsunagu.stats.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.IssueOutline;
import jp.tsunagu.contract.directory.IssueStage;
import jp.tsunagu.contract.directory.IssueStep;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Programme;
import jp.tsunagu.contract.directory.ResourceOffer;
import jp.tsunagu.contract.directory.SetAsideGround;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.ResourceId;
import jp.tsunagu.contract.lifecycle.Field;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegisterReportsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 10);
  private static final AgencyId SHAKYO = new AgencyId("shakyo");
  private static final SocialResource ROOM =
      resource("空き部屋", 1, Set.of(Field.ELDERLY_CARE)).taking(1);
  private static final SocialResource KITCHEN =
      resource("子ども食堂", 5, Set.of(Field.CHILDREN, Field.POVERTY)).taking(2);
  private static final SocialResource FORMER = resource("畑", 9, Set.of()).ending(TODAY);
  private static final CommunityIssue OFTEN =
      issue("夕方の居場所", 7)
          .going(new IssueStep(IssueStage.SUBMITTED, TODAY, "福祉のまちづくり委員会", null, null))
          .going(new IssueStep(IssueStage.DEVELOPING, TODAY, "空き店舗", null, null))
          .going(new IssueStep(IssueStage.DONE, TODAY, "", null, KITCHEN.resourceId()));
  private static final CommunityIssue SELDOM =
      issue("通院の足", 0)
          .going(new IssueStep(IssueStage.SET_ASIDE, TODAY, "", SetAsideGround.NO_MEANS, null));

  private static final RegisterReports REGISTER =
      new RegisterReports(
          NetworkDirectory.EMPTY.with(List.of(ROOM, KITCHEN, FORMER, OFTEN, SELDOM)), TODAY);

  @Test
  void places_are_counted_by_field_and_area_without_what_has_ended() {
    List<List<Object>> rows = REGISTER.resources().rows();
    assertThat(rows)
        .contains(
            List.of("計", "", 2L, 6L, 3L, 3L),
            List.of("分野", "高齢・介護", 1L, 1L, 1L, 0L),
            List.of("分野", "子ども", 1L, 5L, 2L, 3L),
            List.of("分野", "困窮", 1L, 5L, 2L, 3L),
            List.of("分野", "問わない", 0L, 0L, 0L, 0L));
    assertThat(REGISTER.everyResource().rows())
        .hasSize(3)
        .anySatisfy(row -> assertThat(row).contains("畑", TODAY));
  }

  @Test
  void gaps_are_counted_by_stage_and_told_one_by_one_without_small_numbers() {
    assertThat(REGISTER.issues().rows())
        .contains(
            List.of("計", "", 2L),
            List.of("段階", "付議", 0L),
            List.of("段階", "社会資源になった", 1L),
            List.of("段階", "見送り", 1L),
            List.of("種類", "PLACE_TO_BE", 2L),
            List.of("事業", "第2号 参加支援", 2L));
    assertThat(REGISTER.everyIssue().rows())
        .anySatisfy(row -> assertThat(row).contains("夕方の居場所", 7L, "社会資源になった", "子ども食堂"))
        .anySatisfy(row -> assertThat(row).contains("通院の足", Report.HELD_BACK, "担い手・予算がない"));
  }

  private static SocialResource resource(String what, int capacity, Set<Field> fields) {
    return SocialResource.fresh(
        new ResourceId(UUID.randomUUID()),
        new ResourceOffer(
            what, "", "", Set.of(), fields, capacity, LocalDate.of(2026, 4, 1), SHAKYO),
        SHAKYO);
  }

  private static CommunityIssue issue(String what, int occurrences) {
    return CommunityIssue.fresh(
            new IssueId(UUID.randomUUID()),
            new IssueOutline(
                what, "PLACE_TO_BE", Set.of(new AreaId("chubu")), Programme.PARTICIPATION),
            SHAKYO)
        .occurring(occurrences);
  }
}
