package jp.tsunagu.compose.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checker says what it should of runs that are made up: right ones, and each kind of wrong. */
class CheckerTest {
  private static final List<String> AGENCIES = List.of("a", "b", "c", "d");
  private static final int CASES = 6;
  private static final int OF_A_CASE = 3;

  private final Journal journal = new Journal();
  private final List<Shown> shown = new ArrayList<>();
  private final List<Found.Entry> ledger = new ArrayList<>();
  private final List<Found.Ending> endings = new ArrayList<>();
  private Found.Meetings meetings = met();

  /** Six cases, each of which begins and goes to three of four agencies. */
  private void right() {
    for (var number = 0; number < CASES; number++) {
      var caseId = "case-" + number;
      ledger.add(new Found.Entry(caseId, 1));
      for (var leg = 0; leg < OF_A_CASE; leg++) {
        var receiver = AGENCIES.get((number + leg) % AGENCIES.size());
        var referral = caseId + "-" + leg;
        tried(caseId, receiver, new Answer.Ok(referral));
        arrives(caseId, referral, receiver, leg + 2L);
        for (var before = 0; before < leg; before++) {
          var party = AGENCIES.get((number + before) % AGENCIES.size());
          shown.add(new Shown(party, caseId, referral, receiver, shown.size(), leg + 2L));
        }
      }
    }
  }

  private Attempt tried(String caseId, String receiver, Answer answer) {
    var attempt = new Attempt(journal.begin(), caseId, receiver, answer, null);
    journal.note(attempt);
    return attempt;
  }

  private void arrives(String caseId, String referral, String receiver, long sequence) {
    ledger.add(new Found.Entry(caseId, sequence));
    shown.add(new Shown(receiver, caseId, referral, receiver, shown.size(), sequence));
  }

  private Found found() {
    var agreed =
        Stream.of(Promise.STATE, Promise.FIGURES, Promise.CANARY)
            .map(promise -> new Found.Comparison(promise, List.of()))
            .toList();
    return new Found(shown, ledger, endings, meetings, agreed);
  }

  /** Two meetings of two items each; everybody was told. */
  private static Found.Meetings met() {
    return new Found.Meetings(
        List.of(agenda("first", "1", "2"), agenda("second", "3", "4")),
        List.of("1", "2", "3", "4"));
  }

  private static Found.Agenda agenda(String meeting, String... items) {
    var lines = Stream.of(items).map(item -> new Found.Line(item, "10:00")).toList();
    return new Found.Agenda(meeting, 1, lines, lines, AGENCIES, AGENCIES);
  }

  private List<Promise> broken(Found found) {
    return Checker.judge(journal, found).stream()
        .filter(verdict -> !verdict.isKept())
        .map(Verdict::promise)
        .toList();
  }

  @Test
  void a_right_run_keeps_every_promise() {
    right();
    assertThat(Checker.judge(journal, found()))
        .extracting(Verdict::promise)
        .containsExactly(Promise.values());
    assertThat(broken(found())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_planted_defect_is_noticed_wherever_it_is(Defect defect) {
    right();
    var noticed =
        new EnumMap<>(
            Map.of(
                Defect.DROPPED, Promise.ARRIVES_ONCE,
                Defect.DOUBLED, Promise.ARRIVES_ONCE,
                Defect.SWAPPED, Promise.IN_ORDER,
                Defect.SHOWN_TO_A_STRANGER, Promise.NOTHING_ELSE,
                Defect.ITEM_DROPPED, Promise.AGENDA,
                Defect.ITEM_DOUBLED, Promise.AGENDA));
    for (var seed = 0; seed < 50; seed++) {
      var spoilt = defect.planted(found(), journal, AGENCIES, new Random(seed));
      assertThat(broken(spoilt)).as("seed %d", seed).contains(noticed.get(defect));
    }
  }

  @Test
  void what_nobody_knows_of_may_have_happened_once_or_not() {
    right();
    tried("case-0", "d", new Answer.Unknown("reset"));
    assertThat(broken(found())).isEmpty();
    arrives("case-0", "late", "d", 5);
    assertThat(broken(found())).isEmpty();
    arrives("case-0", "later", "d", 6);
    assertThat(broken(found())).containsExactly(Promise.NOTHING_ELSE);
  }

  @Test
  void what_was_unknown_and_asked_again_must_arrive_once() {
    right();
    var attempt = tried("case-0", "d", new Answer.Unknown("reset"));
    journal.note(attempt.repeated(new Answer.Ok("late")));
    assertThat(broken(found())).containsExactly(Promise.ARRIVES_ONCE, Promise.BALANCE);
    arrives("case-0", "late", "d", 5);
    assertThat(broken(found())).isEmpty();
  }

  @Test
  void what_was_refused_is_nowhere() {
    right();
    tried("case-0", "d", new Answer.Refused("REFERRAL_STILL_OPEN"));
    assertThat(broken(found())).isEmpty();
    arrives("case-0", "refused", "d", 5);
    assertThat(broken(found())).containsExactly(Promise.NOTHING_ELSE);
  }

  @Test
  void what_was_taken_and_told_to_be_without_effect_balances_and_is_nowhere() {
    right();
    tried("case-0", "d", new Answer.Ok("without-effect"));
    assertThat(broken(found())).containsExactly(Promise.ARRIVES_ONCE, Promise.BALANCE);
    endings.add(new Found.Ending("without-effect", false));
    assertThat(broken(found())).isEmpty();
    arrives("case-0", "without-effect", "d", 5);
    assertThat(broken(found())).containsExactly(Promise.NOTHING_ELSE, Promise.BALANCE);
  }

  @Test
  void what_was_put_aside_balances() {
    right();
    tried("case-0", "d", new Answer.Ok("aside"));
    endings.add(new Found.Ending("aside", true));
    assertThat(broken(found())).isEmpty();
  }

  @Test
  void a_gap_or_repetition_of_the_ledger_is_noticed() {
    right();
    ledger.add(new Found.Entry("case-0", 6));
    assertThat(broken(found())).containsExactly(Promise.IN_ORDER);
    ledger.removeLast();
    ledger.add(new Found.Entry("case-0", 4));
    assertThat(broken(found())).containsExactly(Promise.IN_ORDER);
  }

  @Test
  void what_differs_and_what_nobody_looked_at_is_broken() {
    right();
    var figures = new Found.Comparison(Promise.FIGURES, List.of("bucket 1"));
    var state = new Found.Comparison(Promise.STATE, List.of());
    assertThat(broken(new Found(shown, ledger, endings, meetings, List.of(figures, state))))
        .containsExactly(Promise.FIGURES, Promise.CANARY);
  }

  @Test
  void an_agenda_that_came_out_otherwise_or_was_told_twice_is_noticed() {
    right();
    var first = agenda("first", "1", "2");
    var otherwise =
        List.of(
            new Found.Agenda(
                "first", 1, first.items().reversed(), first.items(), AGENCIES, AGENCIES),
            new Found.Agenda(
                "first",
                1,
                first.items(),
                first.items(),
                List.of("a", "a", "b"),
                List.of("a", "b")),
            new Found.Agenda("first", 1, first.items(), first.items(), List.of(), List.of("a")),
            agenda("first", "1", "3"),
            agenda("first", "1"));
    for (var wrong : otherwise) {
      meetings = new Found.Meetings(List.of(wrong, met().agendas().getLast()), met().called());
      assertThat(broken(found())).as("%s", wrong).containsExactly(Promise.AGENDA);
    }
    meetings = new Found.Meetings(List.of(), List.of());
    assertThat(broken(found())).as("nobody looked").containsExactly(Promise.AGENDA);
  }
}
