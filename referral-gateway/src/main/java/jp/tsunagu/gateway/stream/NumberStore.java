package jp.tsunagu.gateway.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.id.CaseNumber;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How many case numbers this task has given in each year. It asks no other task: its serial numbers
 * are those that leave its own partition when divided by the number of partitions, which never
 * changes.
 *
 * <p>What was given between a backup and the loss of the network is on paper and nowhere else: in
 * each incarnation the numbers begin {@link #LEFT_OUT} turns later.
 *
 * @param incarnation of the network
 */
record NumberStore(
    KeyValueStore<String, byte[]> store, int partition, int partitions, int incarnation) {

  /** More than a task gives between two backups. */
  static final int LEFT_OUT = 10_000;

  /** Of so many serial numbers in a row, one is always without a check digit of 10. */
  private static final int TRIES = 11;

  /**
   * A number that has not been given.
   *
   * @param turn which of this task's serial numbers in the year it has
   */
  record Free(CaseNumber number, LocalDate receivedOn, int turn) {}

  /** The number of a case received now; empty when those of the year are used up. */
  Optional<Free> next(Instant now) {
    LocalDate receivedOn = TokyoTime.dateOf(now);
    int begin = begin(receivedOn);
    return IntStream.range(begin, begin + TRIES)
        .filter(turn -> serial(turn) <= CaseNumber.LARGEST_SERIAL)
        .mapToObj(
            turn ->
                CaseNumber.of(receivedOn, serial(turn))
                    .map(number -> new Free(number, receivedOn, turn)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** It is given now, and with it all before it. */
  void give(Free free) {
    ByteBuffer next = ByteBuffer.allocate(2 * Integer.BYTES);
    store.put(year(free.receivedOn()), next.putInt(free.turn() + 1).putInt(incarnation).array());
  }

  private int serial(int turn) {
    return turn * partitions + partition;
  }

  private int begin(LocalDate receivedOn) {
    byte[] stored = store.get(year(receivedOn));
    ByteBuffer next = ByteBuffer.wrap(stored == null ? new byte[Integer.BYTES] : stored);
    int turn = next.getInt();
    int givenIn = next.hasRemaining() ? next.getInt() : 0;
    return givenIn == incarnation ? turn : turn + LEFT_OUT;
  }

  private static String year(LocalDate receivedOn) {
    return Integer.toString(receivedOn.getYear());
  }
}
