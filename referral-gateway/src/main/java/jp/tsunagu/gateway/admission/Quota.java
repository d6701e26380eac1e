package jp.tsunagu.gateway.admission;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.quota.ClientQuotaAlteration.Op;

/**
 * How much one user may ask of each broker; whoever asks for more is made to wait and loses
 * nothing.
 *
 * @param written bytes a second
 * @param read bytes a second
 */
public record Quota(double written, double read) {

  /**
   * An agency's. A referral is some kilobytes, a file up to 5 MiB: an agency that sends what it has
   * at once goes on being served, and leaves the others their share.
   */
  public static final Quota OF_AGENCY = new Quota(4 << 20, 16 << 20);

  private static final String WRITTEN = "producer_byte_rate";
  private static final String READ = "consumer_byte_rate";

  /** As it is said to the broker that there is none. */
  static final List<Op> NONE = Stream.of(WRITTEN, READ).map(name -> new Op(name, null)).toList();

  /** As it is said to the broker. */
  List<Op> set() {
    return List.of(new Op(WRITTEN, written), new Op(READ, read));
  }
}
