package jp.tsunagu.compose.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import jp.tsunagu.runtime.waiting.BoundedWait;

/**
 * The job of a referral by a queue in PostgreSQL ({@code for update skip locked}) in the same
 * server with the same durability: a sealed sheet is committed in A's outbox, moved to B's inbox,
 * opened there and confirmed, and the receipt comes back into A's inbox. It is spared what the
 * network does beside: HTTP, sealing and opening, deciding, a ledger, who may read what.
 */
final class PostgresQueue implements AutoCloseable {
  private static final int SUBMITTERS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long REST_NANOS = Duration.ofMillis(1).toNanos();

  private final QueueTables tables;
  private final List<byte[]> payloads;
  private final AtomicBoolean over = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("queue-", 0).factory());

  PostgresQueue(Setup.Database database, List<byte[]> payloads) throws SQLException {
    this.tables = new QueueTables(database);
    this.payloads = List.copyOf(payloads);
    tables.make();
  }

  /** So many as fast as possible, until the last one is visible at B and every receipt is at A. */
  Latencies run(int count) throws TimeoutException {
    var latencies = new Latencies(count);
    var confirmed = new AtomicInteger();
    var workers = new ArrayList<Future<?>>();
    workers.add(again(c -> QueueTables.move(c, "a", "b"), _ -> {}));
    workers.add(again(QueueTables::openAndConfirm, latencies::seen));
    workers.add(again(c -> QueueTables.move(c, "b", "a"), _ -> {}));
    workers.add(again(QueueTables::open, _ -> confirmed.incrementAndGet()));
    var next = new AtomicInteger();
    for (var number = 0; number < SUBMITTERS; number++) {
      workers.add(threads.submit(() -> submit(next, latencies)));
    }
    BoundedWait.until(
        "the last receipt of the queue",
        PATIENCE,
        () -> confirmed.get() == count || workers.stream().anyMatch(PostgresQueue::failed));
    workers.stream().filter(PostgresQueue::failed).findFirst().ifPresent(PostgresQueue::tell);
    return latencies;
  }

  private static boolean failed(Future<?> worker) {
    return worker.state() == Future.State.FAILED;
  }

  private static void tell(Future<?> failed) {
    throw new IllegalStateException("a worker of the queue failed", failed.exceptionNow());
  }

  private interface Making {
    PreparedStatement statement(java.sql.Connection connection) throws SQLException;
  }

  /** Takes the step again and again, at once while there is something and else after 1 ms. */
  private Future<?> again(Making making, IntConsumer each) {
    return threads.submit(
        () -> {
          try (var connection = tables.connect();
              var statement = making.statement(connection)) {
            while (!over.get()) {
              if (!step(statement, each)) {
                LockSupport.parkNanos(REST_NANOS);
              }
            }
          }
          return null;
        });
  }

  private static boolean step(PreparedStatement statement, IntConsumer each) throws SQLException {
    var any = false;
    try (var numbers = statement.executeQuery()) {
      while (numbers.next()) {
        each.accept(numbers.getInt(1));
        any = true;
      }
    }
    return any;
  }

  /** One commit for each, as every submission is answered when it is durable. */
  private Void submit(AtomicInteger next, Latencies latencies) throws SQLException {
    try (var connection = tables.connect();
        var statement = QueueTables.submit(connection)) {
      for (var index = next.getAndIncrement();
          index < latencies.count();
          index = next.getAndIncrement()) {
        latencies.begun(index, System.nanoTime());
        statement.setInt(1, index);
        statement.setBytes(2, payloads.get(index % payloads.size()));
        statement.executeUpdate();
      }
    }
    return null;
  }

  @Override
  public void close() {
    over.set(true);
    threads.close();
  }
}
