package jp.tsunagu.gateway.admission;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;

/**
 * How much of each broker one user may take (Kafka's quotas). Who takes more is made to wait, loses
 * nothing and keeps nobody else waiting.
 *
 * @param written bytes a second
 * @param read bytes a second
 * @param processing percent of the time of one of the broker's threads
 */
public record Share(long written, long read, int processing) {

  /**
   * Of an agency: a hundred sheets of 20 kB a second, four times as much read (one that begins anew
   * reads its whole inbox), and one of the broker's threads.
   */
  public static final Share OF_AGENCY = new Share(2_000_000, 8_000_000, 100);

  /** The user has this share from now on. */
  ClientQuotaAlteration given(String user) {
    return of(user, (double) written, (double) read, (double) processing);
  }

  /** Nothing is said of the user any more. */
  static ClientQuotaAlteration taken(String user) {
    return of(user, null, null, null);
  }

  private static ClientQuotaAlteration of(
      String user, @Nullable Double written, @Nullable Double read, @Nullable Double processing) {
    return new ClientQuotaAlteration(
        new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, user)),
        List.of(
            new ClientQuotaAlteration.Op("producer_byte_rate", written),
            new ClientQuotaAlteration.Op("consumer_byte_rate", read),
            new ClientQuotaAlteration.Op("request_percentage", processing)));
  }
}
