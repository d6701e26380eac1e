package jp.tsunagu.runtime.broker;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream that is kept running: one life after the other. A life that failed is closed, and the
 * next one begins after a pause, twice as long each time (5 s to 2 min) until one runs.
 *
 * <p>Where the local state did not open three times in a row, the next life begins without it and
 * builds it anew from the changelogs: a process that is killed while it removes a store leaves half
 * of it, which never opens. The same at once where a table is not as it was written. After three
 * such beginnings in a row it is left alone and only tried again: then the disk is to be looked at.
 * What is wrong is told by {@link #trouble} until a life runs.
 *
 * <p>One thread takes care of it; everybody may ask.
 */
public final class SteadyStream implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SteadyStream.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final GrowingPause pause;
  private long notBefore = System.nanoTime();
  private final FailedOpenings openings = new FailedOpenings();
  private volatile @Nullable StreamRun run;
  private volatile @Nullable String trouble;

  /** A stream of which no life has begun. */
  public SteadyStream() {
    this(FIRST_PAUSE, LONGEST_PAUSE);
  }

  /** The same with other pauses between a life that failed and the next. */
  public SteadyStream(Duration firstPause, Duration longestPause) {
    this.pause = new GrowingPause(firstPause, longestPause);
  }

  /** The life that runs, or has failed and is not closed yet. */
  public Optional<StreamRun> run() {
    return Optional.ofNullable(run);
  }

  /** Why it does not run, by kind and place; nothing once it runs. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Whether it is time for a life to {@linkplain #begin}. */
  public boolean isDue() {
    return run == null && System.nanoTime() - notBefore >= 0;
  }

  /** Closes a life that has failed. Returns at once where there is none; called again and again. */
  public void lookAfter() {
    StreamRun current = run;
    if (current != null && current.hasFailed()) {
      bury(current);
    } else if (current != null && current.isProcessing()) {
      settle();
    }
  }

  /** Begins this life, when it is time for it; whatever keeps it from beginning is told. */
  public void begin(StreamRun next) {
    run = next;
    try {
      if (openings.isRemovalDue()) {
        removeLocalState(next, "did not open " + FailedOpenings.TRIES + " times");
      } else {
        next.spoiltTable()
            .ifPresent(table -> removeLocalState(next, "is not as it was written: " + table));
      }
      next.start();
    } catch (RuntimeException fault) {
      next.hasFailedWith(fault);
      bury(next);
    }
  }

  private void removeLocalState(StreamRun next, String why) {
    String told =
        "the local state of %s %s; it is built anew from the broker"
            .formatted(next.application(), why);
    LOG.warn("{}", told);
    trouble = told;
    next.removeLocalState();
  }

  private void bury(StreamRun failed) {
    Duration rest = pause.next();
    openings.failed(failed.couldNotOpenState());
    trouble =
        "the stream of %s has stopped: %s"
            .formatted(failed.application(), failed.fault().orElse("without a fault"));
    LOG.error("{}; it is begun anew in {} s", trouble, rest.toSeconds());
    end(failed);
    notBefore = System.nanoTime() + rest.toNanos();
  }

  private void settle() {
    pause.reset();
    openings.ran();
    trouble = null;
  }

  /** Ends this life, if there is one, so that another begins at once: it would be another one. */
  public void endLife() {
    StreamRun current = run;
    if (current != null) {
      end(current);
    }
  }

  private void end(StreamRun life) {
    life.close();
    run = null;
  }

  /** Ends it; no other begins, unless somebody still takes care. */
  @Override
  public void close() {
    StreamRun current = run;
    if (current != null) {
      current.close();
    }
  }
}
