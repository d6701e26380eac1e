package jp.tsunagu.gateway.decision;

import static jp.tsunagu.gateway.decision.Town.DESK;
import static jp.tsunagu.gateway.decision.Town.HIGASHI;
import static jp.tsunagu.gateway.decision.Town.KANKYO;
import static jp.tsunagu.gateway.decision.Town.NISHI;
import static jp.tsunagu.gateway.decision.Town.SHAKYO;
import static jp.tsunagu.gateway.decision.Town.SHOGAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.CaseCommand;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.CommandHeader;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConsentCommand.WithdrawConsent;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.EndSupport;
import jp.tsunagu.contract.lifecycle.Coordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.InquiryEvent;
import jp.tsunagu.contract.lifecycle.ItemOutcome;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Emit;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/**
 * One household on its way through 多機関協働 in one city. What each step should wait for is kept here
 * by hand, apart from what the product folds; wherever the household stands, there must be an end.
 * The walk begins in one fiscal year and ends in the next.
 */
final class FlowWalk {

  /** The fiscal year in which every household begins; each goes on into the next. */
  static final FiscalYear FIRST = new FiscalYear(2026);

  private static final Map<FiscalYear, List<MeetingId>> TABLES =
      Map.of(
          FIRST,
          List.of(Meetings.PLAN_DECEMBER, table("2027-01-12"), table("2027-02-09")),
          FIRST.next(),
          List.of(table("2027-04-13"), table("2027-05-11")));

  private static final String LAST_SECOND = "2027-03-31T23:59:59";
  private static final String NEW_YEAR = "2027-04-01T00:00:00";

  private final Cities city;
  private final Random random;
  private final Story story;
  private final int persons;
  private final Set<FlowRequirement> held = EnumSet.noneOf(FlowRequirement.class);
  private final Map<Integer, Integer> consents = new HashMap<>();
  private Set<Integer> planned = Set.of();
  private boolean brought;
  private int numbers = 100;

  private final WalkCount counted = new WalkCount(FIRST);
  private final SideWalk beside;
  private final InquiryWalk inquiries;

  /** How often each step took effect, by this walk's own count. */
  final Map<FlowStep, Integer> done = new EnumMap<>(FlowStep.class);

  /** How often each requirement was found missing where a step was tried. */
  final Map<FlowRequirement, Integer> refused = new EnumMap<>(FlowRequirement.class);

  /** How many steps were done as an exception. */
  int exceptions;

  FlowWalk(Cities city, long seed, int number) {
    this.city = city;
    this.random = new Random(seed);
    this.persons = 1 + random.nextInt(3);
    this.story = Story.beginning("2026-09-03T10:20", number).where(city.flow());
    story.does(HIGASHI, h -> Commands.receive(h, persons, Field.POVERTY));
    ask();
    this.beside = new SideWalk(city, random, story, this::judged, this::tells, counted);
    this.inquiries = new InquiryWalk(city, random, story, consents::get);
  }

  SideWalk beside() {
    return beside;
  }

  WalkCount counted() {
    return counted;
  }

  InquiryWalk inquiries() {
    return inquiries;
  }

  Story story() {
    return story;
  }

  /** So many moves; somewhere among them one in the last second of the fiscal year. */
  void walk(int moves) {
    int last = random.nextInt(moves - 1);
    for (int move = 0; move < moves; move++) {
      if (move == last) {
        story.timePasses(LAST_SECOND);
      } else if (move == last + 1) {
        story.timePasses(NEW_YEAR);
        counted.turn();
      }
      switch (story.state().coordination()) {
        case Coordination.None _, Coordination.Closed _ -> afterwards();
        case Coordination.Requested _ -> begin();
        case Coordination.Open _ -> goOn();
      }
      mustHaveAnEnd();
      beside.move(1 + random.nextInt(persons));
      inquiries.move(1 + random.nextInt(persons));
    }
  }

  private boolean tells(int person) {
    return consents.containsKey(person)
        || !(story.state().coordination() instanceof Coordination.Closed);
  }

  /** A 重層的支援会議 judges that this person needs 参加支援. */
  private void judged(int person) {
    consent(person);
    MeetingId table = any(tables());
    MeetingRequestId item = held(table, person);
    story.does(AgencyId.SCHEDULER, h -> Meetings.judge(h, item, table));
    counted.decide(table, ItemOutcome.CONTINUED, List.of());
    if (story.state().coordination() instanceof Coordination.Open) {
      held.add(FlowRequirement.ITEM_DECIDED);
    }
  }

  private List<MeetingId> tables() {
    return Objects.requireNonNull(TABLES.get(counted.now()));
  }

  private static MeetingId table(String day) {
    return new MeetingId(Town.PLAN_BODY + "." + day);
  }

  /** The item of a meeting that dealt with this person. */
  private MeetingRequestId held(MeetingId table, int person) {
    int number = numbers++;
    MeetingRequestId item = Meetings.request(number);
    by(h -> Meetings.ask(h, number, Meetings.PLAN, Set.of(person), SHOGAI));
    story.does(AgencyId.SCHEDULER, h -> Meetings.publish(h, item, table, 1));
    story.does(AgencyId.SCHEDULER, h -> Meetings.held(h, item, table, SHOGAI));
    return item;
  }

  private void begin() {
    if (random.nextInt(6) == 0) {
      by(h -> new DecideScreening(h, ScreeningRoute.ADVICE_ONLY, "no-consent"));
    } else {
      by(AcceptCoordination::new);
      counted.accept();
    }
  }

  private void goOn() {
    switch (random.nextInt(9)) {
      case 0 -> record(KnownForm.ASSESSMENT, FlowRequirement.ASSESSMENT);
      case 1 -> plan(somePersons());
      case 2 -> record(KnownForm.EVALUATION, FlowRequirement.EVALUATION);
      case 3 -> consent(1 + random.nextInt(persons));
      case 4 -> withdraw(1 + random.nextInt(persons));
      case 5 -> meet(random.nextInt(3) == 0 ? ItemOutcome.PLAN_CONFIRMED : ItemOutcome.CONTINUED);
      default ->
          tryStep(
              any(
                  FlowStep.SUPPORT_DECISION,
                  FlowStep.HAND_BACK,
                  FlowStep.CLOSING,
                  FlowStep.RESULT_REPORT));
    }
  }

  private void afterwards() {
    if (random.nextInt(3) == 0) {
      ask();
    } else {
      tryStep(FlowStep.RESULT_REPORT);
    }
  }

  /** 再開: what was recorded for the coordination before counts no more. */
  private void ask() {
    story.does(HIGASHI, h -> new RequestCoordination(h, city.coordinator(), null));
    held.clear();
  }

  /** Tries a step as it is; where something is missing, goes one of the ways out. */
  private void tryStep(FlowStep step) {
    List<FlowRequirement> missing = missing(step);
    if (missing.isEmpty()) {
      does(step, null);
      return;
    }
    missing.forEach(one -> refused.merge(one, 1, Integer::sum));
    Refuse refusal =
        story.isRefused(city.coordinator(), RefusalCode.STEP_NOT_READY, make(step, null));
    assertThat(refusal.nextSteps())
        .hasSizeGreaterThan(missing.size())
        .contains(NextStep.GIVE_EXCEPTION);
    switch (random.nextInt(3)) {
      case 0 -> does(step, FlowException.ON_PAPER);
      case 1 -> {
        bring(missing);
        // A decision on the way (支援決定) begins a new round.
        bring(missing(step));
        does(step, null);
      }
      default -> {}
    }
  }

  private List<FlowRequirement> missing(FlowStep step) {
    return city.flow().of(step).stream().filter(one -> !holds(one)).toList();
  }

  private boolean holds(FlowRequirement requirement) {
    return switch (requirement) {
      case CONSENT_OF_EACH_PERSON -> consents.keySet().containsAll(planned);
      case DECIDED ->
          story.state().coordination() instanceof Coordination.Closed || held.contains(requirement);
      case ROLES_AND_LEAD -> brought;
      case ASSESSMENT, PLAN, ITEM_DECIDED, EVALUATION -> held.contains(requirement);
      case JUDGED_NEEDED,
          PARTICIPATION_PLAN,
          PLACE_ASSESSED,
          PARTICIPATION_EVALUATION,
          OUTREACH_PLAN,
          CONTACT,
          OUTREACH_EVALUATION,
          UNKNOWN ->
          throw new AssertionError("not of 多機関協働");
    };
  }

  private void bring(List<FlowRequirement> missing) {
    for (FlowRequirement requirement : missing) {
      switch (requirement) {
        case CONSENT_OF_EACH_PERSON -> planned.forEach(this::consent);
        case ASSESSMENT -> record(KnownForm.ASSESSMENT, requirement);
        case PLAN -> plan(planned.isEmpty() ? Set.of(1) : planned);
        case EVALUATION -> record(KnownForm.EVALUATION, requirement);
        case ITEM_DECIDED -> {
          consent(1);
          meet(ItemOutcome.CONTINUED);
        }
        case DECIDED -> {
          bring(missing(FlowStep.SUPPORT_DECISION));
          // A plan on the way names whose consent is missing.
          bring(missing(FlowStep.SUPPORT_DECISION));
          does(FlowStep.SUPPORT_DECISION, null);
        }
        case ROLES_AND_LEAD -> brought = true;
        case JUDGED_NEEDED,
            PARTICIPATION_PLAN,
            PLACE_ASSESSED,
            PARTICIPATION_EVALUATION,
            OUTREACH_PLAN,
            CONTACT,
            OUTREACH_EVALUATION,
            UNKNOWN ->
            throw new AssertionError("no city asks for it");
      }
    }
  }

  private void does(FlowStep step, @Nullable FlowException exception) {
    List<FlowRequirement> missing = missing(step);
    by(make(step, exception));
    var passed = Passed.by(lastStep());
    assertThat(passed.missing()).isEqualTo(missing);
    exceptions += missing.isEmpty() ? 0 : 1;
    tookEffect(step);
  }

  /** What was done last; questions may have ended by it. */
  private CaseEvent lastStep() {
    return story.events().reversed().stream()
        .filter(event -> !(event instanceof InquiryEvent))
        .findFirst()
        .orElseThrow();
  }

  private void tookEffect(FlowStep step) {
    done.merge(step, 1, Integer::sum);
    if (step == FlowStep.CLOSING) {
      counted.close();
    }
    brought &= step != FlowStep.HAND_BACK;
    if (step == FlowStep.SUPPORT_DECISION) {
      held.removeAll(
          Set.of(FlowRequirement.PLAN, FlowRequirement.EVALUATION, FlowRequirement.ITEM_DECIDED));
      held.add(FlowRequirement.DECIDED);
    }
  }

  private Function<CommandHeader, CaseCommand> make(
      FlowStep step, @Nullable FlowException exception) {
    return switch (step) {
      case SUPPORT_DECISION -> h -> new DecideSupport(h, exception, null);
      case HAND_BACK -> {
        int leg = numbers++;
        yield h ->
            new HandBackCase(
                h,
                Story.leg(leg),
                SHOGAI,
                Urgency.NORMAL,
                new Settled(new Lead(null, SHOGAI), roles(), null),
                null,
                exception);
      }
      case CLOSING -> h -> new CloseCoordination(h, leads(), null, exception, null);
      case RESULT_REPORT -> h -> new ReportResult(h, Story.person(1), exception, null);
      case PARTICIPATION_START,
          MATCHING,
          SETTLING,
          PARTICIPATION_END,
          RELATING,
          VISITING,
          OUTREACH_END ->
          throw new AssertionError("not of 多機関協働");
    };
  }

  private List<AgencyRole> roles() {
    return brought ? List.of(new AgencyRole(SHOGAI, "support")) : List.of();
  }

  private static List<Lead> leads() {
    return List.of(new Lead(null, SHOGAI));
  }

  private void record(KnownForm form, FlowRequirement requirement) {
    by(h -> Commands.form(h, form, 1));
    held.add(requirement);
  }

  private void plan(Set<Integer> about) {
    by(h -> Commands.form(h, KnownForm.PLAN, about.toArray(Integer[]::new)));
    planned = about;
    held.add(FlowRequirement.PLAN);
  }

  private Set<Integer> somePersons() {
    Set<Integer> some = new HashSet<>();
    IntStream.rangeClosed(1, persons).filter(_ -> random.nextBoolean()).forEach(some::add);
    some.add(1);
    return some;
  }

  private void consent(int person) {
    if (!consents.containsKey(person)) {
      int number = numbers++;
      story.does(
          HIGASHI,
          h ->
              Commands.consent(
                  h,
                  number,
                  person,
                  ConsentPurpose.COORDINATION,
                  SHOGAI,
                  SHAKYO,
                  DESK,
                  HIGASHI,
                  KANKYO,
                  NISHI));
      consents.put(person, number);
    }
  }

  private void withdraw(int person) {
    Integer number = consents.remove(person);
    if (number != null) {
      story.does(HIGASHI, h -> new WithdrawConsent(h, Story.consent(number), Set.of()));
    }
  }

  /** A 重層的支援会議 about the first person, if that person consents. */
  private void meet(ItemOutcome outcome) {
    if (!consents.containsKey(1)) {
      return;
    }
    MeetingId table = any(tables());
    MeetingRequestId item = held(table, 1);
    List<FlowRequirement> missing = new ArrayList<>(missing(FlowStep.SUPPORT_DECISION));
    missing.remove(FlowRequirement.ITEM_DECIDED);
    List<String> lacking =
        outcome != ItemOutcome.PLAN_CONFIRMED && random.nextInt(4) == 0
            ? List.of("housing")
            : List.of();
    story.does(
        AgencyId.SCHEDULER,
        h -> Meetings.lacking(Meetings.decide(h, item, table, outcome, null), lacking));
    counted.decide(table, outcome, lacking);
    held.add(FlowRequirement.ITEM_DECIDED);
    if (outcome == ItemOutcome.PLAN_CONFIRMED) {
      assertThat(Passed.by(story.events().getLast()).missing()).isEqualTo(missing);
      exceptions += missing.isEmpty() ? 0 : 1;
      tookEffect(FlowStep.SUPPORT_DECISION);
    }
  }

  /** Whatever is missing: who coordinates can end its part, and who received the household too. */
  private void mustHaveAnEnd() {
    boolean ends =
        switch (story.state().coordination()) {
          case Coordination.None _, Coordination.Closed _ ->
              emits(HIGASHI, h -> new EndSupport(h, CompletionOutcome.SETTLED));
          case Coordination.Requested _ -> emits(city.coordinator(), AcceptCoordination::new);
          case Coordination.Open _ ->
              emits(
                  city.coordinator(),
                  h ->
                      new CloseCoordination(
                          h,
                          leads(),
                          any(
                              ClosingGround.MOVED_AWAY,
                              ClosingGround.PERSON_DECLINED,
                              ClosingGround.SETTLED_DIRECTLY),
                          null,
                          null));
        };
    assertThat(ends).as("a way to an end from %s", story.state().coordination()).isTrue();
  }

  private boolean emits(AgencyId actor, Function<CommandHeader, CaseCommand> command) {
    return story.tries(actor, command) instanceof Emit;
  }

  private void by(Function<CommandHeader, CaseCommand> command) {
    story.does(city.coordinator(), command);
  }

  @SafeVarargs
  private <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
