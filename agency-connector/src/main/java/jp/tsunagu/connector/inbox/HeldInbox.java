package jp.tsunagu.connector.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import jp.tsunagu.runtime.aside.AsideReason;
import jp.tsunagu.runtime.aside.AsideRecord;
import jp.tsunagu.runtime.aside.Delivery;
import jp.tsunagu.runtime.aside.Holding;
import jp.tsunagu.runtime.aside.Meaning;
import jp.tsunagu.runtime.aside.Outcome;
import jp.tsunagu.runtime.aside.RawRecord;
import jp.tsunagu.runtime.aside.Reading;
import jp.tsunagu.runtime.aside.RecordReader;

/**
 * One agency's inbox in one transaction: what is taken in, put aside, or waits. What is taken in is
 * collected, and stored by {@link #finish}.
 */
public final class HeldInbox {

  /** Of all processes, only one takes the inbox in. */
  public static final String LEASE = "inbox";

  private final RecordReader<Record> reader;
  private final AsideRows rows;
  private final Consumer<List<Incoming>> taking;
  private final Holding<Record> holding;
  private final List<Incoming> collected = new ArrayList<>();

  /** A record that is taken in. */
  record Incoming(RawRecord raw, Record value) {

    @Override
    public String toString() {
      return "Incoming[" + raw.place() + "]";
    }
  }

  /** Why a case is looked at again. */
  public enum Occasion {
    /** A person asked. */
    ASKED,
    /** A schema may be known by now, and what failed may succeed. */
    TIME_PASSED
  }

  HeldInbox(RecordReader<Record> reader, AsideRows rows, Consumer<List<Incoming>> taking) {
    this.reader = reader;
    this.rows = rows;
    this.taking = taking;
    Delivery<Record> collect =
        (raw, _, value) -> collected.add(new Incoming(raw, Objects.requireNonNull(value)));
    this.holding = new Holding<>(reader, Meaning.EVERY_RECORD_COUNTS, rows, collect, _ -> true);
  }

  /** Takes in what was accepted, in its order; throws where that fails. */
  public void finish() {
    taking.accept(List.copyOf(collected));
    collected.clear();
  }

  /** Takes the next record of its partition. */
  public Outcome accept(RawRecord record) {
    return holding.accept(record);
  }

  /** Puts aside a record that can be read, but not taken in. */
  public void failed(RawRecord record) {
    if (reader.read(record) instanceof Reading.Readable<Record>(String key, var _)) {
      rows.putAside(new AsideRecord(record, key, AsideReason.TAKING_FAILED));
    }
  }

  /** The cases that are to be looked at again. */
  public List<String> toLookAt(Occasion occasion) {
    List<String> keys = new ArrayList<>(rows.asked().stream().map(AsideRows.Asked::key).toList());
    if (occasion == Occasion.TIME_PASSED) {
      keys.addAll(rows.keys(AsideReason.SCHEMA_UNKNOWN));
      keys.addAll(rows.keys(AsideReason.CODE_UNKNOWN));
      keys.addAll(rows.keys(AsideReason.KIND_UNKNOWN));
      keys.addAll(rows.keys(AsideReason.TAKING_FAILED));
    }
    return keys.stream().distinct().toList();
  }

  /** Whether any case is held. */
  public boolean holdsAny() {
    return !rows.keys(null).isEmpty();
  }

  /** Looks at a case again: does what a person asked for, or reads its first record again. */
  public void lookAgain(String key) {
    List<AsideRows.Asked> asked =
        rows.asked().stream().filter(each -> each.key().equals(key)).toList();
    for (AsideRows.Asked each : asked) {
      each.pass()
          .ifPresentOrElse(
              reason -> {
                holding.passHead(key);
                rows.settle(each.place(), reason);
              },
              () -> rows.answered(each.place()));
    }
    if (rows.holds(key)) {
      holding.tryAgain(key);
    }
    finish();
  }
}
