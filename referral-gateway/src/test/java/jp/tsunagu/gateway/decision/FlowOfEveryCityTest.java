package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CaseHandedBack;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.CoordinationClosed;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.ResultReported;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.SupportDecided;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquiryAnswered;
import jp.tsunagu.contract.lifecycle.InquiryEvent.InquirySent;
import jp.tsunagu.contract.lifecycle.InquiryStage;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportBegun;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportEnded;
import jp.tsunagu.contract.lifecycle.SideEvent.SideSupportMoved;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * 1,000 households, 250 in each of four cities; the checks on the way stand in {@link FlowWalk}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlowOfEveryCityTest {

  private static final long SEED = 20_270_131L;
  private static final int HOUSEHOLDS = 1_000;
  private static final int MOVES = 60;

  private static final List<FlowWalk> WALKS = new ArrayList<>();

  @BeforeAll
  static void walk() {
    for (int number = 0; number < HOUSEHOLDS; number++) {
      Cities city = Cities.values()[number % Cities.values().length];
      FlowWalk walk = new FlowWalk(city, SEED + number, number);
      walk.walk(MOVES);
      WALKS.add(walk);
    }
  }

  @Test
  void every_requirement_was_missing_somewhere_and_every_step_was_done() {
    Map<FlowRequirement, Integer> refused = new EnumMap<>(FlowRequirement.class);
    WALKS.forEach(walk -> walk.refused.forEach((one, n) -> refused.merge(one, n, Integer::sum)));
    assertThat(refused)
        .containsOnlyKeys(
            FlowRequirement.CONSENT_OF_EACH_PERSON,
            FlowRequirement.ASSESSMENT,
            FlowRequirement.PLAN,
            FlowRequirement.ITEM_DECIDED,
            FlowRequirement.ROLES_AND_LEAD,
            FlowRequirement.EVALUATION,
            FlowRequirement.DECIDED)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(100));
  }

  @Test
  void the_events_tell_as_many_steps_and_exceptions_as_the_walks_counted() {
    for (FlowWalk walk : WALKS) {
      List<CaseEvent> events = walk.story().events();
      assertThat(count(events, SupportDecided.class))
          .isEqualTo(walk.done.getOrDefault(FlowStep.SUPPORT_DECISION, 0));
      assertThat(count(events, CaseHandedBack.class))
          .isEqualTo(walk.done.getOrDefault(FlowStep.HAND_BACK, 0));
      assertThat(count(events, CoordinationClosed.class))
          .isEqualTo(walk.done.getOrDefault(FlowStep.CLOSING, 0));
      assertThat(count(events, ResultReported.class))
          .isEqualTo(walk.done.getOrDefault(FlowStep.RESULT_REPORT, 0));
      assertThat(exceptions(events)).isEqualTo(walk.exceptions);
    }
  }

  @Test
  void each_forbidden_step_beside_the_case_was_tried_and_each_requirement_missing() {
    Map<RefusalCode, Integer> refused = new EnumMap<>(RefusalCode.class);
    Map<FlowRequirement, Integer> missed = new EnumMap<>(FlowRequirement.class);
    WALKS.forEach(
        walk -> {
          walk.beside().refused.forEach((one, n) -> refused.merge(one, n, Integer::sum));
          walk.beside().missed.forEach((one, n) -> missed.merge(one, n, Integer::sum));
        });
    assertThat(refused)
        .containsOnlyKeys(
            RefusalCode.STEP_NOT_READY,
            RefusalCode.SIDE_SUPPORT_NOT_RUNNING,
            RefusalCode.SIDE_SUPPORT_ALREADY_RUNNING,
            RefusalCode.SIDE_STAGE_NOT_NEXT,
            RefusalCode.ONLY_THE_PROVIDER,
            RefusalCode.CASE_UNKNOWN)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(100));
    assertThat(missed)
        .containsOnlyKeys(
            FlowRequirement.JUDGED_NEEDED,
            FlowRequirement.PARTICIPATION_PLAN,
            FlowRequirement.PLACE_ASSESSED,
            FlowRequirement.PARTICIPATION_EVALUATION,
            FlowRequirement.OUTREACH_PLAN,
            FlowRequirement.CONTACT,
            FlowRequirement.OUTREACH_EVALUATION)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(100));
  }

  @Test
  void the_events_beside_the_case_tell_as_many_stages_as_the_walks_reached() {
    for (FlowWalk walk : WALKS) {
      Map<SideStage, Integer> told = new EnumMap<>(SideStage.class);
      walk.story()
          .events()
          .forEach(event -> stage(event).ifPresent(s -> told.merge(s, 1, Integer::sum)));
      assertThat(told).isEqualTo(walk.beside().reached);
    }
  }

  @Test
  void questions_went_every_way_and_each_forbidden_one_was_refused() {
    Map<InquiryStage, Integer> reached = new EnumMap<>(InquiryStage.class);
    Map<RefusalCode, Integer> refused = new EnumMap<>(RefusalCode.class);
    for (FlowWalk walk : WALKS) {
      Map<InquiryStage, Integer> own = walk.inquiries().reached;
      List<CaseEvent> events = walk.story().events();
      assertThat(count(events, InquirySent.class))
          .isEqualTo(own.getOrDefault(InquiryStage.OPEN, 0));
      assertThat(count(events, InquiryAnswered.class))
          .isEqualTo(
              own.getOrDefault(InquiryStage.ANSWERED, 0)
                  + own.getOrDefault(InquiryStage.UNABLE, 0));
      own.forEach((one, n) -> reached.merge(one, n, Integer::sum));
      walk.inquiries().refused.forEach((one, n) -> refused.merge(one, n, Integer::sum));
    }
    assertThat(reached)
        .containsOnlyKeys(
            InquiryStage.OPEN,
            InquiryStage.ANSWERED,
            InquiryStage.UNABLE,
            InquiryStage.TAKEN_BACK,
            InquiryStage.BASIS_GONE,
            InquiryStage.COORDINATION_ENDED)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(100));
    assertThat(refused)
        .containsOnlyKeys(
            RefusalCode.NO_BASIS_FOR_PERSON,
            RefusalCode.INQUIRY_ALREADY_OPEN,
            RefusalCode.INQUIRY_NOT_OPEN,
            RefusalCode.CASE_UNKNOWN,
            RefusalCode.ONLY_THE_COORDINATOR,
            RefusalCode.COORDINATION_NOT_OPEN)
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(100));
  }

  private static Optional<SideStage> stage(CaseEvent event) {
    return switch (event) {
      case SideSupportBegun begun -> Optional.of(begun.flow().kind().stages().getFirst());
      case SideSupportMoved moved -> Optional.of(moved.stage());
      case SideSupportEnded ended ->
          Optional.of(ended.rhythm() == null ? SideStage.ENDED : SideStage.STAYING);
      default -> Optional.empty();
    };
  }

  @Test
  void where_a_city_says_nothing_nothing_waits() {
    assertThat(WALKS)
        .filteredOn(
            walk ->
                walk.story()
                    .context(Town.DESK)
                    .directory()
                    .requirements(FlowStep.CLOSING)
                    .isEmpty())
        .hasSize(HOUSEHOLDS / Cities.values().length)
        .allSatisfy(
            walk -> {
              assertThat(walk.refused).isEmpty();
              assertThat(walk.beside().missed).containsOnlyKeys(FlowRequirement.JUDGED_NEEDED);
            });
  }

  private static int count(List<CaseEvent> events, Class<? extends CaseEvent> kind) {
    return Math.toIntExact(events.stream().filter(kind::isInstance).count());
  }

  private static int exceptions(List<CaseEvent> events) {
    return (int)
        events.stream()
            .filter(
                event ->
                    event instanceof SupportDecided
                        || event instanceof CaseHandedBack
                        || event instanceof CoordinationClosed
                        || event instanceof ResultReported)
            .filter(event -> !Passed.by(event).missing().isEmpty())
            .count();
  }
}
