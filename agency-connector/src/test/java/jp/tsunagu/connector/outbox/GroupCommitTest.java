package jp.tsunagu.connector.outbox;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class GroupCommitTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final List<List<Integer>> transactions = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Void> firstMayEnd = new CompletableFuture<>();
  private final CompletableFuture<Void> firstHasBegun = new CompletableFuture<>();
  private final GroupCommit<Integer, String> commit = new GroupCommit<>(this::transaction);

  /** The first takes until it may end; what is negative cannot be stored. */
  private List<String> transaction(List<Integer> items) {
    if (firstHasBegun.complete(null)) {
      firstMayEnd.join();
    }
    if (items.stream().anyMatch(item -> item < 0)) {
      throw new IllegalArgumentException("negative");
    }
    transactions.add(List.copyOf(items));
    return items.stream().map(item -> "stored " + item).toList();
  }

  @Test
  void what_comes_while_the_first_is_stored_goes_together_next() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>(List.of(submit(threads, 0)));
      firstHasBegun.join();
      IntStream.rangeClosed(1, 150).forEach(item -> answers.add(submit(threads, item)));
      awaitWaiting(150);
      firstMayEnd.complete(null);

      for (int item = 0; item < answers.size(); item++) {
        assertThat(answers.get(item).get()).isEqualTo("stored " + item);
      }
    }
    assertThat(transactions).extracting(List::size).containsExactly(1, 100, 50);
  }

  @Test
  void what_cannot_be_stored_fails_alone() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = submit(threads, 0);
      firstHasBegun.join();
      Future<String> good = submit(threads, 1);
      Future<String> bad = submit(threads, -1);
      Future<String> other = submit(threads, 2);
      awaitWaiting(3);
      firstMayEnd.complete(null);

      assertThat(first.get()).isEqualTo("stored 0");
      assertThat(good.get()).isEqualTo("stored 1");
      assertThat(other.get()).isEqualTo("stored 2");
      assertThatThrownBy(bad::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
    assertThat(transactions).containsOnlyOnce(List.of(1)).containsOnlyOnce(List.of(2));
  }

  @Test
  void large_ones_are_not_held_in_memory_all_at_once() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = submit(threads, 0);
      firstHasBegun.join();
      int third = GroupCommit.MOST_BYTES / 3;
      List<Future<String>> answers =
          IntStream.rangeClosed(1, 4)
              .mapToObj(item -> threads.submit(() -> commit.submit(item, third, LONG)))
              .toList();
      awaitWaiting(4);
      firstMayEnd.complete(null);

      assertThat(first.get()).isEqualTo("stored 0");
      for (Future<String> answer : answers) {
        assertThat(answer.get()).startsWith("stored");
      }
    }
    assertThat(transactions).extracting(List::size).containsExactly(1, 3, 1);
  }

  @Test
  void whose_turn_does_not_come_in_time_is_not_stored_and_the_others_are() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = submit(threads, 0);
      firstHasBegun.join();
      Future<String> patient = submit(threads, 1);
      awaitWaiting(1);

      assertThatThrownBy(() -> commit.submit(2, 1, Duration.ofMillis(20)))
          .isInstanceOf(CannotCreateTransactionException.class);
      firstMayEnd.complete(null);

      assertThat(first.get()).isEqualTo("stored 0");
      assertThat(patient.get()).isEqualTo("stored 1");
    }
    assertThat(transactions).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void who_is_told_to_stop_while_waiting_is_answered() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = submit(threads, 0);
      firstHasBegun.join();
      CompletableFuture<Throwable> answer = new CompletableFuture<>();
      Thread stopped =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      answer.completeExceptionally(new AssertionError(commit.submit(1, 1, LONG)));
                    } catch (CannotCreateTransactionException told) {
                      answer.complete(told);
                    }
                  });
      awaitWaiting(1);
      stopped.interrupt();

      assertThat(answer.get(30, TimeUnit.SECONDS))
          .isInstanceOf(CannotCreateTransactionException.class);
      firstMayEnd.complete(null);
      assertThat(first.get()).isEqualTo("stored 0");
    }
    assertThat(transactions).containsExactly(List.of(0));
  }

  @Test
  void too_many_are_refused_and_what_waits_is_stored() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = submit(threads, 0);
      firstHasBegun.join();
      List<Future<String>> waiting =
          IntStream.rangeClosed(1, GroupCommit.MOST_WAITING)
              .mapToObj(item -> submit(threads, item))
              .toList();
      awaitWaiting(GroupCommit.MOST_WAITING);
      assertThatThrownBy(() -> commit.submit(-1, 1, LONG))
          .isInstanceOf(CannotCreateTransactionException.class);
      firstMayEnd.complete(null);

      assertThat(first.get()).isEqualTo("stored 0");
      for (Future<String> answer : waiting) {
        assertThat(answer.get()).startsWith("stored");
      }
    }
    assertThat(transactions.stream().mapToInt(List::size).sum())
        .isEqualTo(1 + GroupCommit.MOST_WAITING);
  }

  private Future<String> submit(ExecutorService threads, int item) {
    return threads.submit(() -> commit.submit(item, 1, LONG));
  }

  private void awaitWaiting(int count) {
    await().atMost(SOON).until(() -> commit.waiting() == count);
  }
}
