package jp.tsunagu.gateway.view;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.runtime.aside.AsideEntry;
import jp.tsunagu.runtime.aside.AsideHealth;
import jp.tsunagu.runtime.aside.AsideSight;
import jp.tsunagu.runtime.aside.AsideTopic;
import jp.tsunagu.runtime.aside.KnownAside;
import jp.tsunagu.runtime.aside.PassReason;
import jp.tsunagu.runtime.caller.Caller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

/** Whatever stands in ledger and states: the views go on, and start again. */
@Tag("slow")
class AnyRecordCanComeTest {

  private static final Instant START = Instant.parse("2026-09-03T01:20:00Z");

  private final Household touched = household();
  private final Household alsoTouched = household();

  private static Household household() {
    Household household = Household.receivedBy(HOKATSU, START);
    return household.sent(household.newLeg(), HOKATSU, SHAKYO);
  }

  @Test
  void only_the_touched_cases_stop_also_after_a_restart_and_go_on_once_they_are_passed() {
    try (RunningReadSide readSide = RunningReadSide.start()) {
      readSide.tell(touched);
      spoil(readSide);
      readSide.tell(household());
      namesTheTouchedCases(readSide);

      readSide.restart();
      readSide.awaitReady();
      readSide.tell(household());
      namesTheTouchedCases(readSide);

      passEverything(readSide);
      readSide.tell(household());
      assertThat(readSide.bean(Views.class).isIncomplete(touched.caseId())).isFalse();
    }
  }

  private void spoil(RunningReadSide readSide) {
    Topics topics = readSide.ledger().topics();
    String key = touched.caseId().toString();
    String other = alsoTouched.caseId().toString();
    readSide.ledger().spoil(topics.ledger(), key, other, (Record) touched.events().getFirst());
    readSide.ledger().spoil(topics.caseState(), key, other, touched.state());
  }

  private void namesTheTouchedCases(RunningReadSide readSide) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              AsideTopic aside = readSide.bean(AsideTopic.class);
              Health health = AsideHealth.of(aside, AsideSight.OF_EVERYTHING);
              assertThat(health.getStatus()).isEqualTo(Health.up().build().getStatus());
              assertThat(health.toString()).doesNotContain(touched.caseId().toString());
              assertThat(
                      new KnownAside(aside, AsideSight.OF_EVERYTHING, new Caller.Administrator())
                          .heldKeys(100))
                  .extractingByKey(readSide.ledger().topics().ledger().name(), LIST)
                  .contains(touched.caseId().toString(), alsoTouched.caseId().toString());
              assertThat(readSide.bean(Views.class).isIncomplete(touched.caseId())).isTrue();
            });
  }

  /** Again and again: behind what is passed the next one comes up. */
  private static void passEverything(RunningReadSide readSide) {
    AsideTopic aside = readSide.bean(AsideTopic.class);
    await()
        .atMost(SOON)
        .until(
            () -> {
              List<AsideEntry> open = aside.book().open();
              open.forEach(entry -> aside.pass(entry.place(), PassReason.NOT_OURS));
              return open.isEmpty() && aside.held().stream().allMatch(t -> t.keys().isEmpty());
            });
  }
}
