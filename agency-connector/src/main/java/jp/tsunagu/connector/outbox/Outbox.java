package jp.tsunagu.connector.outbox;

import java.util.Optional;
import java.util.function.Supplier;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a hosted agency wishes. Once {@link #submit} has returned, it is stored durably and
 * will reach the network in the order of its case, whether or not the broker is up.
 */
public final class Outbox {

  /** Largest record that is sent, in bytes; the network carries up to 1 MiB. */
  public static final int MAXIMUM_RECORD_BYTES = 900_000;

  /**
   * The answer to an earlier submission with this key, without storing anything; ask before
   * validating, so that a repetition is answered as the first time whatever has changed since.
   *
   * @return empty if the key is new; else {@link Submission.Repeated} or {@link
   *     Submission.KeyReusedWithOtherBody}
   */
  public Optional<Submission> earlier(AgencyId agency, IdempotencyKey key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores these commands in one transaction and wakes the sender.
   *
   * @param key none where the caller gave none: nothing is recognised as a repetition
   * @param wishes called once, only if the key is new, inside the transaction
   */
  public Submission submit(AgencyId agency, @Nullable IdempotencyKey key, Supplier<Wishes> wishes) {
    throw new UnsupportedOperationException();
  }
}
