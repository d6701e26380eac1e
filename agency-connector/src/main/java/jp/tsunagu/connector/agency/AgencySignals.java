package jp.tsunagu.connector.agency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.Signal;
import org.springframework.stereotype.Component;

/** The signals of every hosted agency. */
@Component
public final class AgencySignals {

  private final Map<AgencyId, Signal> outboxes = new ConcurrentHashMap<>();
  private final Map<AgencyId, Signal> inboxes = new ConcurrentHashMap<>();

  /** Raised when there may be something to send. */
  public Signal outbox(AgencyId agency) {
    return outboxes.computeIfAbsent(agency, _ -> new Signal());
  }

  /** Raised when news was taken in, or a delivery was put back. */
  public Signal inbox(AgencyId agency) {
    return inboxes.computeIfAbsent(agency, _ -> new Signal());
  }
}
