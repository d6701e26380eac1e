package jp.tsunagu.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.lifecycle.CaseEvent;
import jp.tsunagu.contract.lifecycle.CaseLifecycle;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.contract.topic.SealedRecords;
import jp.tsunagu.contract.wire.Codec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** 410 cases, 250 commands each: the checks on the way stand in {@link Walk}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RandomWalkTest {
  private static final long SEED = 20_260_401L;
  private static final int CASES = 410;
  private static final int COMMANDS_PER_CASE = 250;
  private static final int LARGEST_STATE_IN_BYTES = 256 * 1024;

  private static final Map<RefusalCode, Integer> REFUSALS = new EnumMap<>(RefusalCode.class);
  private static final Map<String, Integer> HAPPENED = new TreeMap<>();
  private static final Map<CaseState, List<CaseEvent>> ENDS = new LinkedHashMap<>();

  @BeforeAll
  static void walk() {
    Wanderer wanderer = new Wanderer(SEED);
    for (int number = 1; number <= CASES; number++) {
      Walk walk = new Walk(Story.caseId(number));
      for (int step = 0; step < COMMANDS_PER_CASE; step++) {
        walk.step(wanderer);
      }
      walk.refusals.forEach((code, count) -> REFUSALS.merge(code, count, Integer::sum));
      walk.happened.forEach((name, count) -> HAPPENED.merge(name, count, Integer::sum));
      ENDS.put(walk.state(), walk.events());
    }
  }

  @Test
  void at_least_a_hundred_thousand_commands_were_decided() {
    assertThat(CASES * COMMANDS_PER_CASE).isGreaterThanOrEqualTo(100_000);
    assertThat(ENDS).hasSize(CASES);
  }

  @Test
  void the_events_from_the_first_fold_to_the_state() {
    ENDS.forEach(
        (state, events) ->
            assertThat(CaseLifecycle.evolve(CaseState.beforeFirst(state.caseId()), events))
                .isEqualTo(state));
  }

  @Test
  void sequence_numbers_have_no_gaps() {
    ENDS.forEach(
        (state, events) ->
            assertThat(events.stream().map(event -> event.header().sequence()))
                .containsExactlyElementsOf(
                    Stream.iterate(1L, n -> n + 1).limit(events.size()).toList()));
  }

  @Test
  void no_state_is_too_large_to_be_kept() {
    Codec codec = Codec.standard();
    ENDS.keySet()
        .forEach(
            state -> assertThat(codec.encode(state).length).isLessThan(LARGEST_STATE_IN_BYTES));
  }

  @Test
  void every_kind_of_event_happened() {
    Set<String> missing = new HashSet<>(eventNames());
    missing.removeAll(HAPPENED.keySet());
    assertThat(missing).as("%s", HAPPENED).isEmpty();
  }

  @Test
  void most_kinds_of_refusal_were_met() {
    assertThat(REFUSALS).as("%s", REFUSALS).hasSizeGreaterThan(60);
  }

  private static Set<String> eventNames() {
    return SealedRecords.of(CaseEvent.class).stream()
        .map(Class::getSimpleName)
        .collect(Collectors.toSet());
  }
}
