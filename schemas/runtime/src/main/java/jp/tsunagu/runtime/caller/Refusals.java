package jp.tsunagu.runtime.caller;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.runtime.problem.Problem;
import jp.tsunagu.runtime.problem.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whoever is not let in. The answer to a wrong token waits the longer the more often its
 * source failed, without keeping a thread; a right token is never kept waiting.
 */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int MOST_WAITING = 1_000;

  private final FailedAttempts attempts;
  private final ProblemWriter writer;
  private final Semaphore places = new Semaphore(MOST_WAITING);

  Refusals(FailedAttempts attempts, ProblemWriter writer) {
    this.attempts = attempts;
    this.writer = writer;
  }

  void now(Problem problem, HttpServletResponse response) throws IOException {
    writer.write(problem, response);
  }

  /** After a wrong token; where too many answers wait already, this one does not. */
  void slowed(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Duration delay = attempts.after(Source.of(request));
    if (delay.isZero() || !request.isAsyncSupported() || !places.tryAcquire()) {
      now(problem, response);
      return;
    }
    AsyncContext waiting = request.startAsync(request, response);
    waiting.setTimeout(delay.multipliedBy(2).toMillis());
    Executor later =
        CompletableFuture.delayedExecutor(
            delay.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    later.execute(() -> answer(problem, waiting));
  }

  private void answer(Problem problem, AsyncContext waiting) {
    try {
      writer.write(problem, waiting.getResponse());
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("whoever was refused is gone");
    } finally {
      places.release();
      complete(waiting);
    }
  }

  private static void complete(AsyncContext waiting) {
    try {
      waiting.complete();
    } catch (IllegalStateException over) {
      LOG.debug("whoever was refused is gone");
    }
  }
}
