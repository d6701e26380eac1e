package jp.tsunagu.connector.record;

import java.time.Instant;
import java.util.List;
import jp.tsunagu.contract.id.AgencyId;

/**
 * The queue of inbox items for an agency's own system. An item is put into it in the transaction
 * that takes it in, once per configured channel.
 */
public final class Deliveries {

  /** Those due at this instant, in the order of the inbox. */
  public List<Delivery> due(AgencyId agency, Delivery.Channel channel, Instant now, int limit) {
    throw new UnsupportedOperationException();
  }

  /** The agency's system has it. */
  public void delivered(AgencyId agency, long deliveryId, Instant now) {
    throw new UnsupportedOperationException();
  }

  /** It failed and is tried again at this instant. */
  public void failed(AgencyId agency, long deliveryId, Instant nextAttempt, String reason) {
    throw new UnsupportedOperationException();
  }

  /** It failed for good; a person must look at it. */
  public void dead(AgencyId agency, long deliveryId, Instant now, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Those that failed for good, newest first. */
  public List<Delivery> dead(AgencyId agency, int limit) {
    throw new UnsupportedOperationException();
  }

  /** Puts a dead one back; false if there is no such dead delivery. */
  public boolean sendAgain(AgencyId agency, long deliveryId, Instant now) {
    throw new UnsupportedOperationException();
  }
}
