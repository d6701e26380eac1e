package jp.tsunagu.gateway.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What falls due, in the order of time. */
record TimerStore(KeyValueStore<Bytes, byte[]> store) {

  private static final byte[] PRESENT = {1};
  private static final Bytes FIRST = Bytes.wrap(new byte[Long.BYTES]);

  void arm(Timer timer) {
    store.put(timer.key(), PRESENT);
  }

  void remove(Timer timer) {
    store.delete(timer.key());
  }

  /** What is due by now, the earliest first. */
  List<Timer> due(Instant now, int atMost) {
    List<Timer> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> entries = store.range(FIRST, Timer.after(now))) {
      while (due.size() < atMost && entries.hasNext()) {
        due.add(Timer.of(entries.next().key));
      }
    }
    return List.copyOf(due);
  }
}
