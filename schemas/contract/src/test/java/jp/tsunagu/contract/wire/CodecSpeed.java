package jp.tsunagu.contract.wire;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.testing.RandomRecords;

/** Prints the processor time of encoding and decoding; for a person who changed the codec. */
final class CodecSpeed {
  private static final int SAMPLES = 256;
  private static final int ROUNDS = 2_000;

  private CodecSpeed() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    long started = now();
    Codec codec = Codec.standard();
    System.out.printf("ready in %d ms%n", (now() - started) / 1_000_000);
    RandomRecords random = new RandomRecords(new SplittableRandom(1));
    for (Class<? extends Record> type :
        List.of(ReferralSent.class, SendReferral.class, CaseState.class)) {
      Record[] values =
          IntStream.range(0, SAMPLES).mapToObj(_ -> random.next(type)).toArray(Record[]::new);
      measure(codec, type.getSimpleName(), values);
    }
  }

  private static void measure(Codec codec, String name, Record[] values) {
    byte[][] bytes = new byte[SAMPLES][];
    long encoding = 0;
    long decoding = 0;
    long checksum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = now();
      for (int i = 0; i < SAMPLES; i++) {
        bytes[i] = codec.encode(values[i]);
      }
      long middle = now();
      for (int i = 0; i < SAMPLES; i++) {
        checksum += codec.decode(bytes[i]).hashCode() & 1;
      }
      long end = now();
      if (round >= ROUNDS / 2) {
        encoding += middle - start;
        decoding += end - middle;
      }
    }
    long operations = (long) SAMPLES * ROUNDS / 2;
    System.out.printf(
        "%s (%d bytes): encode %d ns, decode %d ns (%d)%n",
        name, bytes[0].length, encoding / operations, decoding / operations, checksum & 1);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
