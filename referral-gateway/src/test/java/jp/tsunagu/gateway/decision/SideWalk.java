package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.KODOMO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.ContactKind;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.SideCommand.EndSideSupport;
import jp.tsunagu.contract.lifecycle.SideCommand.MoveSideSupport;
import jp.tsunagu.contract.lifecycle.SideKind;
import jp.tsunagu.contract.lifecycle.SideReason;
import jp.tsunagu.contract.lifecycle.SideStage;
import jp.tsunagu.contract.lifecycle.SideSupport;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Emit;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * 参加支援 and アウトリーチ of one household. What runs and what each step should wait for is kept here by
 * hand, apart from what the product folds; wherever a support stands, there must be an end.
 */
final class SideWalk {

  /** What the papers of 図12 and 図15 give. */
  private static final Map<KnownForm, FlowRequirement> PAPERS =
      Map.of(
          KnownForm.PARTICIPATION_PLAN, FlowRequirement.PARTICIPATION_PLAN,
          KnownForm.PLACE_ASSESSMENT, FlowRequirement.PLACE_ASSESSED,
          KnownForm.PARTICIPATION_EVALUATION, FlowRequirement.PARTICIPATION_EVALUATION,
          KnownForm.OUTREACH_PLAN, FlowRequirement.OUTREACH_PLAN,
          KnownForm.OUTREACH_EVALUATION, FlowRequirement.OUTREACH_EVALUATION);

  private record Whom(SideKind kind, int person) {}

  /** One support by this walk's own record. */
  private static final class Own {
    private int place;
    private @Nullable FiscalYear staysSince;
    private final Set<FlowRequirement> has = new HashSet<>();
  }

  private final Cities city;
  private final Random random;
  private final Story story;
  private final IntConsumer judge;
  private final IntPredicate tells;
  private final WalkCount counted;
  private final Set<Integer> judged = new HashSet<>();
  private final Map<Whom, Own> running = new HashMap<>();

  /** How often each forbidden step was tried and refused. */
  final Map<RefusalCode, Integer> refused = new EnumMap<>(RefusalCode.class);

  /** How often each requirement was found missing where a step was tried. */
  final Map<FlowRequirement, Integer> missed = new EnumMap<>(FlowRequirement.class);

  /** How many of each event there should be, by the stage that was reached. */
  final Map<SideStage, Integer> reached = new EnumMap<>(SideStage.class);

  /**
   * Beside a walk through 多機関協働.
   *
   * @param judge has a 重層的支援会議 judge that this person needs 参加支援
   * @param tells whether who coordinates, or did, is told of what is done for this person
   * @param counted takes what begins and ends
   */
  SideWalk(
      Cities city,
      Random random,
      Story story,
      IntConsumer judge,
      IntPredicate tells,
      WalkCount counted) {
    this.city = city;
    this.random = random;
    this.story = story;
    this.judge = judge;
    this.tells = tells;
    this.counted = counted;
  }

  void move(int person) {
    Whom whom = new Whom(random.nextBoolean() ? SideKind.PARTICIPATION : SideKind.OUTREACH, person);
    Own own = running.get(whom);
    if (own == null) {
      begin(whom);
    } else if (own.staysSince != null) {
      goOnStaying(whom, own.staysSince);
    } else {
      goOn(whom, own);
    }
    forbidden(whom);
    mustHaveAnEnd(whom);
  }

  private void begin(Whom whom) {
    boolean needed = whom.kind == SideKind.OUTREACH || judged.contains(whom.person);
    if (!needed) {
      assertThat(refused(RefusalCode.STEP_NOT_READY, city.coordinator(), begun(whom)).nextSteps())
          .containsExactly(NextStep.JUDGE_IN_MEETING);
      missed.merge(FlowRequirement.JUDGED_NEEDED, 1, Integer::sum);
      judge.accept(whom.person);
      judged.add(whom.person);
    }
    story.does(city.coordinator(), begun(whom));
    counted.begin(whom.kind);
    running.put(whom, new Own());
    reached(whom.kind.stages().getFirst());
  }

  private static Function<CommandHeader, CaseCommand> begun(Whom whom) {
    SideReason reason =
        whom.kind == SideKind.PARTICIPATION
            ? SideReason.NO_PROGRAMME_FITS
            : SideReason.NEED_IS_KNOWN;
    return h -> Commands.begin(h, whom.kind, whom.person, HIGASHI, reason);
  }

  private void goOn(Whom whom, Own own) {
    switch (random.nextInt(6)) {
      case 0 -> contact(whom, own);
      case 1 -> back(whom, own);
      case 2 -> end(whom, own);
      default -> on(whom, own);
    }
  }

  private void goOnStaying(Whom whom, FiscalYear since) {
    if (random.nextBoolean()) {
      by(h -> Commands.contact(h, whom.kind, whom.person, ContactKind.TELEPHONE));
    } else {
      by(h -> Commands.end(h, whom.kind, whom.person, null));
      counted.stopStaying(whom.kind, since);
      running.remove(whom);
      reached(SideStage.ENDED);
    }
  }

  private void contact(Whom whom, Own own) {
    by(h -> Commands.contact(h, whom.kind, whom.person, ContactKind.LETTER));
    own.has.add(FlowRequirement.CONTACT);
  }

  private void back(Whom whom, Own own) {
    if (own.place > 0) {
      own.place = random.nextInt(own.place);
      SideStage stage = whom.kind.stages().get(own.place);
      by(h -> Commands.move(h, whom.kind, whom.person, stage));
      reached(stage);
    }
  }

  private void on(Whom whom, Own own) {
    if (own.place + 1 == whom.kind.stages().size()) {
      end(whom, own);
      return;
    }
    SideStage next = whom.kind.stages().get(own.place + 1);
    FlowStep step = next.step().orElse(null);
    if (step == null || gone(whom, own, step, e -> moved(whom, next, e))) {
      if (step == null) {
        by(moved(whom, next, null));
      }
      own.place++;
      reached(next);
    }
  }

  private void end(Whom whom, Own own) {
    ContactRhythm rhythm = random.nextBoolean() ? ContactRhythm.MONTHLY : null;
    if (gone(whom, own, FlowStep.endOf(whom.kind), e -> ended(whom, null, rhythm, e))) {
      counted.end(whom.kind, rhythm != null);
      if (rhythm == null) {
        running.remove(whom);
      } else {
        own.staysSince = counted.now();
      }
      reached(rhythm == null ? SideStage.ENDED : SideStage.STAYING);
    }
  }

  /** Takes a step that may wait; where something is missing, goes one of the ways out or stays. */
  private boolean gone(
      Whom whom,
      Own own,
      FlowStep step,
      Function<@Nullable FlowException, Function<CommandHeader, CaseCommand>> command) {
    List<FlowRequirement> missing = new ArrayList<>(city.flow().of(step));
    missing.removeAll(own.has);
    if (!missing.isEmpty()) {
      missing.forEach(one -> missed.merge(one, 1, Integer::sum));
      Refuse refusal = refused(RefusalCode.STEP_NOT_READY, HIGASHI, command.apply(null));
      assertThat(refusal.nextSteps())
          .hasSize(missing.size() + (step.isAnEnd() ? 2 : 1))
          .contains(NextStep.GIVE_EXCEPTION);
      switch (random.nextInt(3)) {
        case 0 -> {
          by(command.apply(FlowException.ON_PAPER));
          assertThat(Passed.by(story.events().getLast()).missing()).isEqualTo(missing);
          return true;
        }
        case 1 -> missing.forEach(one -> bring(whom, own, one));
        default -> {
          return false;
        }
      }
    }
    by(command.apply(null));
    assertThat(Passed.by(story.events().getLast()).missing()).isEmpty();
    return true;
  }

  private void bring(Whom whom, Own own, FlowRequirement requirement) {
    if (requirement == FlowRequirement.CONTACT) {
      contact(whom, own);
      return;
    }
    KnownForm form =
        PAPERS.entrySet().stream()
            .filter(paper -> paper.getValue() == requirement)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    by(h -> Commands.form(h, form, whom.person));
    own.has.add(requirement);
  }

  /** One step that is not possible here; nothing happens. */
  private void forbidden(Whom whom) {
    Own own = running.get(whom);
    if (own == null) {
      refused(
          RefusalCode.SIDE_SUPPORT_NOT_RUNNING,
          HIGASHI,
          h -> Commands.contact(h, whom.kind, whom.person, ContactKind.VISIT));
      return;
    }
    List<SideStage> stages = whom.kind.stages();
    boolean staying = own.staysSince != null;
    switch (random.nextInt(4)) {
      case 0 ->
          refused(
              RefusalCode.CASE_UNKNOWN,
              KODOMO,
              h -> Commands.contact(h, whom.kind, whom.person, ContactKind.VISIT));
      case 1 ->
          refused(
              tells.test(whom.person)
                  ? RefusalCode.ONLY_THE_PROVIDER
                  : RefusalCode.SIDE_SUPPORT_NOT_RUNNING,
              city.coordinator(),
              h -> Commands.end(h, whom.kind, whom.person, null));
      case 2 ->
          refused(
              staying ? RefusalCode.SIDE_STAGE_NOT_NEXT : RefusalCode.SIDE_SUPPORT_ALREADY_RUNNING,
              HIGASHI,
              staying ? moved(whom, stages.getFirst(), null) : begun(whom));
      default ->
          refused(
              RefusalCode.SIDE_STAGE_NOT_NEXT,
              HIGASHI,
              moved(
                  whom,
                  own.place + 2 < stages.size() ? stages.getLast() : SideStage.ENDED,
                  FlowException.URGENT));
    }
  }

  private void mustHaveAnEnd(Whom whom) {
    SideSupport side = story.state().side(whom.kind, Story.person(whom.person)).orElse(null);
    assertThat(side != null && side.goesOn()).isEqualTo(running.containsKey(whom));
    Own own = running.get(whom);
    if (own != null) {
      assertThat(Objects.requireNonNull(side).runs()).isEqualTo(own.staysSince == null);
      assertThat(story.tries(HIGASHI, ended(whom, ClosingGround.CONTACT_LOST, null, null)))
          .as("a way to an end from %s", side.stage())
          .isInstanceOf(Emit.class);
    }
  }

  private Refuse refused(
      RefusalCode code, AgencyId actor, Function<CommandHeader, CaseCommand> command) {
    refused.merge(code, 1, Integer::sum);
    Refuse refusal = story.isRefused(actor, code, command);
    assertThat(refusal.nextSteps()).as("a way out of %s", code).isNotEmpty();
    return refusal;
  }

  private static Function<CommandHeader, CaseCommand> moved(
      Whom whom, SideStage stage, @Nullable FlowException exception) {
    return h ->
        new MoveSideSupport(h, whom.kind, Story.person(whom.person), stage, exception, null);
  }

  private static Function<CommandHeader, CaseCommand> ended(
      Whom whom,
      @Nullable ClosingGround ground,
      @Nullable ContactRhythm rhythm,
      @Nullable FlowException exception) {
    return h ->
        new EndSideSupport(
            h, whom.kind, Story.person(whom.person), ground, rhythm, exception, null);
  }

  private void reached(SideStage stage) {
    reached.merge(stage, 1, Integer::sum);
  }

  private void by(Function<CommandHeader, CaseCommand> command) {
    story.does(HIGASHI, command);
  }
}
