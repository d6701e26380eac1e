package jp.tsunagu.connector.outbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.dossier.OpenDossier;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.RegisterPersons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@InTheWorld
class SubmissionTest {

  private final World world;
  private final Outbox outbox;

  SubmissionTest(World world) {
    this.world = world;
    this.outbox = world.connector().outbox();
  }

  @Test
  void the_same_key_with_the_same_body_is_answered_as_the_first_time_and_stored_once() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    IdempotencyKey key = new IdempotencyKey("key-1", Samples.json("body"));

    Submission first =
        outbox.submit(agency, key, () -> Samples.wishes(Samples.numbered(caseId, 1)));
    Submission second =
        outbox.submit(agency, key, () -> Samples.wishes(Samples.numbered(caseId, 2)));

    assertThat(first).isInstanceOf(Submission.Accepted.class);
    assertThat(second).isEqualTo(new Submission.Repeated(((Submission.Accepted) first).answer()));
    assertThat(outbox.earlier(agency, key)).contains(second);
    assertThat(world.connector().records().outcomes(agency, caseId)).hasSize(1);
  }

  @Test
  void the_same_key_with_another_body_is_told_apart() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    outbox.submit(
        agency,
        new IdempotencyKey("key-1", Samples.json("body")),
        () -> Samples.wishes(Samples.numbered(caseId, 1)));

    Submission other =
        outbox.submit(
            agency,
            new IdempotencyKey("key-1", Samples.json("another body")),
            () -> Samples.wishes(Samples.numbered(caseId, 2)));

    assertThat(other).isEqualTo(new Submission.KeyReusedWithOtherBody());
  }

  @Test
  void of_many_at_the_same_instant_with_one_key_exactly_one_is_stored() throws Exception {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    IdempotencyKey key = new IdempotencyKey("key-1", Samples.json("body"));
    Callable<Submission> submit =
        () -> outbox.submit(agency, key, () -> Samples.wishes(Samples.numbered(caseId, 1)));

    List<Submission> answers = atOnce(Collections.nCopies(8, submit));

    assertThat(answers).filteredOn(Submission.Accepted.class::isInstance).hasSize(1);
    assertThat(answers).filteredOn(Submission.Repeated.class::isInstance).hasSize(7);
    assertThat(world.connector().records().outcomes(agency, caseId)).hasSize(1);
  }

  @Test
  void commands_submitted_by_many_at_once_about_one_case_are_sent_in_the_order_they_were_stored()
      throws Exception {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    List<Callable<Submission>> submissions = new ArrayList<>();
    IntStream.rangeClosed(1, 200)
        .forEach(
            number ->
                submissions.add(
                    () ->
                        outbox.submit(
                            agency, null, () -> Samples.wishes(Samples.numbered(caseId, number)))));

    atOnce(submissions);

    List<Object> stored =
        world.connector().records().outcomes(agency, caseId).stream()
            .<Object>map(outcome -> outcome.commandId())
            .toList();
    assertThat(stored).hasSize(200);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(sent(agency, caseId)).containsExactlyElementsOf(stored));
  }

  @Test
  void a_submission_does_not_wait_for_an_inbox_batch_that_changes_its_case() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    outbox.submit(agency, null, () -> Samples.wishes(Samples.numbered(caseId, 1)));
    AgencyDatabase database = world.connector().databases().of(agency);

    Submission meanwhile =
        database.inTransaction(
            () -> {
              int changed =
                  database
                      .jdbc()
                      .sql("update supported_case set version = 1 where case_id = :caseId")
                      .param("caseId", caseId.value())
                      .update();
              assertThat(changed).isEqualTo(1);
              return fromAnotherThread(
                  () ->
                      outbox.submit(
                          agency, null, () -> Samples.wishes(Samples.numbered(caseId, 2))));
            });

    assertThat(meanwhile).isInstanceOf(Submission.Accepted.class);
    assertThat(world.connector().records().outcomes(agency, caseId)).hasSize(2);
  }

  private static <T> T fromAnotherThread(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void a_command_larger_than_the_network_carries_is_not_stored_and_its_key_stays_new() {
    AgencyId agency = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    IdempotencyKey key = new IdempotencyKey("key-1", Samples.json("body"));
    OpenDossier huge = Samples.dossier("あ".repeat(400_000), TestNetwork.DESK);

    Submission answer =
        outbox.submit(
            agency,
            key,
            () ->
                Samples.wishes(
                    Samples.consultation(caseId),
                    Samples.referral(caseId, Samples.referralId(), TestNetwork.DESK, huge)));

    assertThat(answer).isInstanceOf(Submission.TooLarge.class);
    assertThat(outbox.earlier(agency, key)).isEmpty();
    assertThat(world.connector().records().outcomes(agency, caseId)).isEmpty();
  }

  @Test
  void two_hosted_agencies_never_see_each_others_rows() {
    AgencyId one = world.agencyWithoutKey();
    AgencyId other = world.agencyWithoutKey();
    CaseId caseId = Samples.caseId();
    var numbered = Samples.numbered(caseId, 1);
    outbox.submit(
        one, new IdempotencyKey("key-1", Samples.json("body")), () -> Samples.wishes(numbered));

    var records = world.connector().records();
    assertThat(records.findCase(one, caseId)).isPresent();
    assertThat(records.findCase(other, caseId)).isEmpty();
    assertThat(records.cases(other, null, 200)).isEmpty();
    assertThat(records.outcomes(other, caseId)).isEmpty();
    assertThat(records.outcome(other, numbered.command().header().commandId())).isEmpty();
    assertThat(outbox.earlier(other, new IdempotencyKey("key-1", Samples.json("body")))).isEmpty();
    await()
        .atMost(SOON)
        .until(
            () ->
                records
                    .outcome(one, numbered.command().header().commandId())
                    .orElseThrow()
                    .state()
                    .equals(new CommandState.Sent()));
    assertThat(sent(other, caseId)).isEmpty();
  }

  private List<Object> sent(AgencyId agency, CaseId caseId) {
    return world.network().outbox(agency).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .<Object>map(sent -> ((RegisterPersons) sent.value()).header().commandId())
        .toList();
  }

  private static <T> List<T> atOnce(List<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<T> future : threads.invokeAll(work)) {
        results.add(future.get());
      }
    }
    return results;
  }
}
