package jp.tsunagu.connector.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.id.AgencyId;

/** Idempotency keys whose first request is still being worked on in this process. */
final class InFlightKeys {

  private record Held(AgencyId agency, String key) {}

  private final Set<Held> held = ConcurrentHashMap.newKeySet();

  /** False if somebody else has it. */
  boolean take(Exchange exchange) {
    return held.add(new Held(exchange.agency(), exchange.key().key()));
  }

  void release(Exchange exchange) {
    held.remove(new Held(exchange.agency(), exchange.key().key()));
  }
}
