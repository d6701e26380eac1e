package jp.tsunagu.stats.stream;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import jp.tsunagu.stats.fact.CaseFacts;
import jp.tsunagu.stats.figure.Bucket;
import jp.tsunagu.stats.figure.BucketKey;
import jp.tsunagu.stats.figure.Period;
import jp.tsunagu.stats.figure.Retention;
import jp.tsunagu.stats.figure.Tally;

/**
 * The figures of one partition of the ledger, in memory: counted from the facts when the task
 * begins, kept up by its thread, read by others. Whether the transaction of an event succeeds does
 * not matter to them: the event stands in the ledger, and each is counted once.
 */
public final class PartitionFigures {

  /** A case before and after some events. */
  record Moved(CaseFacts before, CaseFacts after) {

    /** Whether tables tell of it that are made of the facts alone. */
    boolean movesTables() {
      return !before.meetings().sittings().equals(after.meetings().sittings())
          || !before.meetings().gaps().equals(after.meetings().gaps())
          || !before.meetings().plans().equals(after.meetings().plans());
    }
  }

  private final Tally tally;
  private long offset;

  PartitionFigures(Tally tally, long offset) {
    this.tally = tally;
    this.offset = offset;
  }

  /** Follows these changes, which are all up to this offset; gives the buckets they touched. */
  synchronized Set<BucketKey> follow(Collection<Moved> changes, long upTo) {
    Set<BucketKey> touched = new HashSet<>();
    for (Moved one : changes) {
      touched.addAll(tally.change(one.before(), one.after()));
    }
    offset = upTo;
    return touched;
  }

  /** Whether they have to be counted anew from the facts. */
  synchronized boolean isUncertain() {
    return tally.isUncertain();
  }

  synchronized void forget(Retention retention) {
    tally.forget(retention);
  }

  /** Tells the buckets of these periods; gives the offset of the last event counted in them. */
  public synchronized long read(Predicate<Period> wanted, BiConsumer<BucketKey, Bucket> reader) {
    tally.read(wanted, reader);
    return offset;
  }
}
