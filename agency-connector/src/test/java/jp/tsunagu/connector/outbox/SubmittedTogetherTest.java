package jp.tsunagu.connector.outbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.TestPostgres;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Submissions that are stored in one transaction, each with an answer of its own. */
@Tag("slow")
@InTheWorld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmittedTogetherTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final World world;
  private final Outbox outbox;
  private final AgencyId agency;
  private final AgencyDatabase database;

  SubmittedTogetherTest(World world) {
    this.world = world;
    this.outbox = world.connector().outbox();
    this.agency = world.agencyWithoutKey();
    this.database = world.connector().databases().of(agency);
  }

  @Test
  void a_thousand_from_32_threads_are_stored_once_each_and_sent_in_the_order_of_their_case()
      throws Exception {
    List<CaseId> cases = Stream.generate(Samples::caseId).limit(7).toList();
    List<Callable<Submission>> submissions = new ArrayList<>();
    IntStream.range(0, 1_000)
        .forEach(
            number ->
                submissions.add(
                    () -> {
                      CaseId caseId = cases.get(number % cases.size());
                      Handed handed = handed("key-" + number, caseId, number);
                      Submission first = outbox.submit(agency, handed, LONG);
                      assertThat(outbox.submit(agency, handed, LONG))
                          .isEqualTo(new Submission.Repeated(handed.wishes().answer()));
                      return first;
                    }));

    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      for (Future<Submission> answer : threads.invokeAll(submissions)) {
        assertThat(answer.get()).isInstanceOf(Submission.Accepted.class);
      }
    }

    for (CaseId caseId : cases) {
      List<Object> stored =
          world.connector().records().outcomes(agency, caseId).stream()
              .<Object>map(outcome -> outcome.commandId())
              .toList();
      assertThat(stored).hasSizeBetween(142, 143).doesNotHaveDuplicates();
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(sent(caseId)).containsExactlyElementsOf(stored));
    }
  }

  private List<Object> sent(CaseId caseId) {
    return world.network().outbox(agency).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .<Object>map(sent -> ((RegisterPersons) sent.value()).header().commandId())
        .toList();
  }

  @Test
  void of_two_with_one_key_in_a_group_the_second_is_told_what_the_first_was_told() {
    CaseId caseId = Samples.caseId();
    Handed first = handed("one key", caseId, 1);
    Handed same = handed("one key", caseId, 2);
    Handed other =
        new Handed(
            new IdempotencyKey("one key", Samples.json("another body")),
            Samples.wishes(Samples.numbered(caseId, 3)));
    Handed huge =
        new Handed(
            new IdempotencyKey("huge", Samples.json("body")),
            Samples.wishes(
                Samples.referral(
                    caseId,
                    Samples.referralId(),
                    TestNetwork.DESK,
                    Samples.dossier("あ".repeat(400_000), TestNetwork.DESK))));

    List<Submission> outcomes = outbox.submitAll(agency, List.of(first, same, other, huge));

    assertThat(outcomes.get(0)).isInstanceOf(Submission.Accepted.class);
    assertThat(outcomes.get(1)).isEqualTo(new Submission.Repeated(first.wishes().answer()));
    assertThat(outcomes.get(2)).isEqualTo(new Submission.KeyReusedWithOtherBody());
    assertThat(outcomes.get(3)).isInstanceOf(Submission.TooLarge.class);
    assertThat(world.connector().records().outcomes(agency, caseId)).hasSize(1);
    assertThat(outbox.earlier(agency, new IdempotencyKey("huge", Samples.json("body")))).isEmpty();
  }

  @Test
  void a_group_that_is_rolled_back_leaves_nothing_half_done() {
    CaseId caseId = Samples.caseId();
    Handed good = withDossier("good", caseId, () -> {});
    Handed bad = withDossier("bad", caseId, SubmittedTogetherTest::fail);

    assertThatThrownBy(() -> outbox.submitAll(agency, List.of(good, bad)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(world.connector().records().outcomes(agency, caseId)).isEmpty();
    assertThat(world.connector().records().findCase(agency, caseId)).isEmpty();
    assertThat(world.connector().bean(DossierStore.class).ofCase(database, caseId)).isEmpty();
    assertThat(outbox.earlier(agency, Objects.requireNonNull(good.key()))).isEmpty();
  }

  @Test
  void one_that_cannot_be_stored_fails_alone_and_the_others_of_its_group_are_stored()
      throws Exception {
    CaseId caseId = Samples.caseId();
    CountDownLatch firstIsBeingStored = new CountDownLatch(1);
    CountDownLatch othersWait = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Submission> first =
          threads.submit(
              () ->
                  outbox.submit(
                      agency,
                      withDossier(
                          "first",
                          Samples.caseId(),
                          () -> {
                            firstIsBeingStored.countDown();
                            waitFor(othersWait);
                          }),
                      LONG));
      firstIsBeingStored.await();
      Future<Submission> good =
          threads.submit(
              () -> outbox.submit(agency, withDossier("stored", caseId, () -> {}), LONG));
      Future<Submission> bad =
          threads.submit(
              () ->
                  outbox.submit(
                      agency,
                      withDossier("not stored", caseId, SubmittedTogetherTest::fail),
                      LONG));
      await().atMost(SOON).until(() -> outbox.waiting(agency) == 2);
      othersWait.countDown();

      assertThat(first.get()).isInstanceOf(Submission.Accepted.class);
      assertThat(good.get()).isInstanceOf(Submission.Accepted.class);
      assertThatThrownBy(bad::get).hasCauseInstanceOf(IllegalStateException.class);
    }
    assertThat(world.connector().records().outcomes(agency, caseId)).hasSize(1);
  }

  @Test
  void a_hundred_need_as_many_statements_as_one() {
    CaseId caseId = Samples.caseId();
    assertThat(written(() -> outbox.submitAll(agency, handed("one", 1, caseId)))).isEqualTo(6);
    assertThat(written(() -> outbox.submitAll(agency, handed("many", 100, caseId)))).isEqualTo(6);
    assertThat(world.connector().records().outcomes(agency, caseId)).hasSize(101);
  }

  private static List<Handed> handed(String key, int count, CaseId caseId) {
    return IntStream.range(0, count)
        .mapToObj(number -> withDossier(key + number, caseId, () -> {}))
        .toList();
  }

  /** How many statements wrote rows: the answer, the case, commands, dossiers, and both parts. */
  private long written(Runnable work) {
    String inserts =
        "insert into \\S*(idempotency|supported_case|dossier|dossier_part|outbox|outbox_part) ";
    long before = TestPostgres.executed(database.jdbc(), inserts);
    work.run();
    return TestPostgres.executed(database.jdbc(), inserts) - before;
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail() {
    throw new IllegalStateException("cannot be stored");
  }

  private static Handed handed(String key, CaseId caseId, int number) {
    return new Handed(
        new IdempotencyKey(key, Samples.json("body")),
        Samples.wishes(Samples.numbered(caseId, number)));
  }

  private static Handed withDossier(String key, CaseId caseId, Runnable stored) {
    return new Handed(
        new IdempotencyKey(key, Samples.json("body")),
        Samples.wishes(
            Samples.referral(
                caseId,
                Samples.referralId(),
                TestNetwork.DESK,
                Samples.dossier("内容", TestNetwork.DESK))),
        stored);
  }
}
