package jp.tsunagu.runtime.aside;

import java.util.List;
import java.util.function.Predicate;
import jp.tsunagu.runtime.aside.Reading.Readable;
import jp.tsunagu.runtime.aside.Reading.Unreadable;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides about every record of a topic: deliver it, put it aside, or let it wait behind the one of
 * its key that was put aside. Pure but for its shelf and its delivery, and for one thread at a
 * time.
 *
 * <p>A record whose delivery throws is put aside like one that cannot be read; a fault of the shelf
 * or of the broker is passed on, so that the record is given again.
 */
public final class Holding<T> {

  private static final Logger LOG = LoggerFactory.getLogger(Holding.class);

  private final RecordReader<T> reader;
  private final Meaning meaning;
  private final Shelf shelf;
  private final Delivery<T> delivery;
  private final Predicate<RuntimeException> passedOn;

  /** Holds what this reader cannot read on this shelf; faults of the broker are passed on. */
  public Holding(RecordReader<T> reader, Meaning meaning, Shelf shelf, Delivery<T> delivery) {
    this(reader, meaning, shelf, delivery, KafkaException.class::isInstance);
  }

  /**
   * Holds what this reader cannot read on this shelf.
   *
   * @param passedOn the faults of a delivery that are no fault of the record, but of what is around
   */
  public Holding(
      RecordReader<T> reader,
      Meaning meaning,
      Shelf shelf,
      Delivery<T> delivery,
      Predicate<RuntimeException> passedOn) {
    this.reader = reader;
    this.meaning = meaning;
    this.shelf = shelf;
    this.delivery = delivery;
    this.passedOn = passedOn;
  }

  /** Takes the next record of its partition. */
  public Outcome accept(RawRecord record) {
    return shelf.isPassed(record.place())
        ? Outcome.PASSED
        : switch (reader.read(record)) {
          case Readable<T> readable -> readable(record, readable);
          case Unreadable<T>(var key, var reason) ->
              unreadable(new AsideRecord(record, key, reason));
        };
  }

  /**
   * Takes up a key again after a person passed the record that was put aside: what waited behind it
   * is taken in, up to the next one that cannot be read.
   */
  public void passHead(String key) {
    List<RawRecord> held = shelf.held(key);
    if (!held.isEmpty()) {
      goOn(key, held.subList(1, held.size()));
    }
  }

  /**
   * Reads the record again that was put aside, and goes on with those that wait if it can be read
   * now.
   *
   * @return whether it was taken in
   */
  public boolean tryAgain(String key) {
    List<RawRecord> held = shelf.held(key);
    if (held.isEmpty() || reader.read(held.getFirst()) instanceof Unreadable<T>) {
      return false;
    }
    Outcome first = goOn(key, held);
    return first == Outcome.DELIVERED;
  }

  /** Takes up a key again whose taking in was broken off by a fault of what is around. */
  public void takeUp(String key) {
    List<RawRecord> held = shelf.held(key);
    if (!held.isEmpty()) {
      goOn(key, held);
    }
  }

  private Outcome goOn(String key, List<RawRecord> records) {
    shelf.release(key);
    Outcome first = Outcome.PASSED;
    for (int i = 0; i < records.size(); i++) {
      Outcome outcome = acceptOrPutBack(key, records, i);
      first = i == 0 ? outcome : first;
    }
    return first;
  }

  private Outcome acceptOrPutBack(String key, List<RawRecord> records, int place) {
    try {
      return accept(records.get(place));
    } catch (RuntimeException fault) {
      shelf.putBack(key, records.subList(place, records.size()));
      throw fault;
    }
  }

  private Outcome readable(RawRecord record, Readable<T> read) {
    if (shelf.holds(read.key())) {
      switch (meaning) {
        case EVERY_RECORD_COUNTS -> {
          return waiting(read.key(), record);
        }
        case THE_LATEST_COUNTS -> shelf.release(read.key());
      }
    }
    try {
      delivery.take(record, read.key(), read.value());
      return Outcome.DELIVERED;
    } catch (RuntimeException fault) {
      if (passedOn.test(fault)) {
        throw fault;
      }
      LOG.error("{} could not be taken in: {}", record.place(), kindAndPlace(fault));
      return putAside(new AsideRecord(record, read.key(), AsideReason.TAKING_FAILED));
    }
  }

  private Outcome unreadable(AsideRecord aside) {
    String key = aside.heldKey();
    if (key != null && shelf.holds(key)) {
      switch (meaning) {
        case EVERY_RECORD_COUNTS -> {
          return waiting(key, aside.record());
        }
        case THE_LATEST_COUNTS -> shelf.release(key);
      }
    }
    return putAside(aside);
  }

  private Outcome putAside(AsideRecord aside) {
    shelf.putAside(aside);
    return Outcome.PUT_ASIDE;
  }

  private Outcome waiting(String key, RawRecord record) {
    return shelf.addWaiting(key, record) ? Outcome.WAITS : Outcome.BOUND_PASSED;
  }

  /** Never its message, which may quote a record. */
  private static String kindAndPlace(RuntimeException fault) {
    StackTraceElement[] places = fault.getStackTrace();
    return fault.getClass().getName() + (places.length == 0 ? "" : " at " + places[0]);
  }
}
