package jp.tsunagu.contract.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where a key belongs: murmur2 of its UTF-8 bytes, as Kafka's default partitioner does. */
public final class Partitions {
  private Partitions() {}

  /** The partition of this key among {@code count} partitions, from 0. */
  public static int of(String key, int count) {
    return of(key.getBytes(StandardCharsets.UTF_8), count);
  }

  /** The partition of these key bytes among {@code count} partitions, from 0. */
  public static int of(byte[] key, int count) {
    return Utils.toPositive(Utils.murmur2(key)) % count;
  }
}
