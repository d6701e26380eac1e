package jp.tsunagu.scheduler.agenda;

import static jp.tsunagu.contract.lifecycle.ConferenceKind.PLAN_CONFERENCE;
import static jp.tsunagu.contract.lifecycle.ConferenceKind.SUPPORT_CONFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.tsunagu.contract.directory.ClosedDayRule;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingBody;
import jp.tsunagu.contract.directory.MeetingModel;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.lifecycle.CarryReason;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.scheduler.body.Bodies;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The three ways of running meetings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 17);
  private static final AgencyId HOGO = new AgencyId("hogo");
  private static final AgencyId HOKENSHO = new AgencyId("hokensho");

  private static final List<MeetingBody> KOKUBUNJI =
      List.of(
          Bodies.secondTuesday(SUPPORT_CONFERENCE, ClosedDayRule.NEXT_OPEN_DAY),
          Bodies.secondTuesday(PLAN_CONFERENCE, ClosedDayRule.NEXT_OPEN_DAY));

  private static final List<MeetingBody> EDOGAWA =
      List.of(
          Bodies.of(
              "shien-jian", SUPPORT_CONFERENCE, MeetingModel.PER_CASE, Set.of(), true, Set.of()),
          Bodies.of("juso-jian", PLAN_CONFERENCE, MeetingModel.PER_CASE, Set.of(), true, Set.of()));

  private static final List<MeetingBody> KOMAE =
      List.of(
          riding("shien-chosei", true, Field.POVERTY),
          riding("chiiki-care", true, Field.ELDERLY_CARE),
          riding("jiritsu-kyogikai", false, Field.DISABILITY),
          Bodies.of(
              "shien-chosei-106",
              SUPPORT_CONFERENCE,
              MeetingModel.RIDING,
              Set.of(Field.POVERTY),
              true,
              Set.of(HOGO)),
          Bodies.of(
              "juso-dokuji", PLAN_CONFERENCE, MeetingModel.PER_CASE, Set.of(), true, Set.of()));

  private static final Map<BodyId, LocalDate> NEXT =
      Map.of(
          new BodyId("shien-chosei"), LocalDate.of(2027, 1, 28),
          new BodyId("chiiki-care"), LocalDate.of(2027, 1, 14),
          new BodyId("jiritsu-kyogikai"), LocalDate.of(2026, 12, 24));

  @Test
  void on_a_fixed_calendar_the_kind_of_conference_says_which_body() {
    assertThat(route(KOKUBUNJI, Ask.number(1).in(PLAN_CONFERENCE), Field.OTHER))
        .isEqualTo(new Route.ToBody(new BodyId("juso-kaigi"), Set.of()));
    assertThat(route(KOKUBUNJI, Ask.number(1).with("hokensho", "desk"), Field.OTHER))
        .isEqualTo(new Route.ToBody(new BodyId("shien-kaigi"), Set.of(HOKENSHO)));
  }

  @Test
  void per_case_every_item_has_a_meeting_of_its_own() {
    assertThat(route(EDOGAWA, Ask.number(1), Field.OTHER))
        .isEqualTo(new Route.OwnMeeting(new BodyId("shien-jian"), null));
    assertThat(
            route(
                EDOGAWA,
                Ask.number(1).in(PLAN_CONFERENCE).body(new BodyId("juso-jian")),
                Field.OTHER))
        .isEqualTo(new Route.OwnMeeting(new BodyId("juso-jian"), null));
  }

  @Test
  void riding_items_go_to_the_existing_body_of_their_field() {
    assertThat(route(KOMAE, plan(), Field.ELDERLY_CARE))
        .isEqualTo(new Route.ToBody(new BodyId("chiiki-care"), Set.of()));
    assertThat(route(KOMAE, plan().notBefore("2027-01-10"), Field.POVERTY))
        .isEqualTo(new Route.ToBody(new BodyId("shien-chosei"), Set.of()));
  }

  @Test
  void of_two_bodies_that_fit_the_one_that_meets_first_hears_it() {
    Ask item = plan().notBefore("2027-01-01");

    assertThat(route(KOMAE, item, Field.ELDERLY_CARE, Field.POVERTY))
        .isEqualTo(new Route.ToBody(new BodyId("chiiki-care"), Set.of()));
  }

  @Test
  void a_plan_conference_is_held_alone_when_the_body_does_not_meet_in_time() {
    assertThat(route(KOMAE, plan(), Field.POVERTY))
        .isEqualTo(new Route.OwnMeeting(new BodyId("juso-dokuji"), CarryReason.BODY_NOT_IN_TIME));
  }

  @Test
  void a_plan_conference_is_held_alone_outside_the_remit_of_every_body() {
    assertThat(route(KOMAE, plan(), Field.CHILDREN))
        .isEqualTo(new Route.OwnMeeting(new BodyId("juso-dokuji"), CarryReason.OUTSIDE_REMIT));
    assertThat(route(KOMAE, plan(), Field.DISABILITY))
        .as("its body does not confirm plans")
        .isEqualTo(new Route.OwnMeeting(new BodyId("juso-dokuji"), CarryReason.OUTSIDE_REMIT));
  }

  @Test
  void a_support_conference_stays_and_appoints_whoever_is_missing() {
    assertThat(route(KOMAE, Ask.number(1).with("hogo", "hokensho"), Field.CHILDREN))
        .isEqualTo(new Route.ToBody(new BodyId("shien-chosei-106"), Set.of(HOKENSHO)));
  }

  @Test
  void an_emergency_is_called_at_once_in_every_city() {
    Ask urgent = plan().purpose(MeetingPurpose.EMERGENCY);
    Ask screened = plan().screened(ScreeningRoute.EMERGENCY_CONFERENCE);

    assertThat(route(KOMAE, urgent, Field.POVERTY))
        .isEqualTo(new Route.AtOnce(new BodyId("juso-dokuji")));
    assertThat(route(KOKUBUNJI, screened, Field.POVERTY))
        .isEqualTo(new Route.AtOnce(new BodyId("juso-kaigi")));
  }

  @Test
  void the_body_an_item_is_meant_for_hears_it_unless_its_kind_changed() {
    Ask meant = plan().body(new BodyId("shien-chosei"));
    Ask changed = plan().body(new BodyId("shien-chosei-106"));

    assertThat(route(KOMAE, meant, Field.CHILDREN))
        .isEqualTo(new Route.ToBody(new BodyId("shien-chosei"), Set.of()));
    assertThat(route(KOMAE, changed, Field.ELDERLY_CARE))
        .isEqualTo(new Route.ToBody(new BodyId("chiiki-care"), Set.of()));
  }

  @Test
  void without_a_body_of_its_kind_an_item_is_heard_nowhere() {
    assertThat(route(KOMAE.subList(0, 3), Ask.number(1), Field.POVERTY))
        .isEqualTo(new Route.Nowhere());
  }

  @Test
  void the_order_of_the_bodies_says_nothing() {
    Random random = new Random(3);
    List<MeetingBody> shuffled = new ArrayList<>(KOMAE);
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(shuffled, random);
      assertThat(route(shuffled, plan(), Field.POVERTY, Field.DISABILITY))
          .isEqualTo(route(KOMAE, plan(), Field.POVERTY, Field.DISABILITY));
    }
  }

  private static Ask plan() {
    return Ask.number(1).in(PLAN_CONFERENCE);
  }

  private static Route route(List<MeetingBody> bodies, Ask asked, Field... fields) {
    Candidate candidate = asked.build();
    return new Routing(bodies, NEXT, 31)
        .route(new RoutingQuestion(candidate.item(), Set.of(fields), candidate.agencies(), TODAY));
  }

  private static MeetingBody riding(String id, boolean confirmsPlans, Field remit) {
    return Bodies.of(
        id, PLAN_CONFERENCE, MeetingModel.RIDING, Set.of(remit), confirmsPlans, Set.of(HOGO));
  }
}
