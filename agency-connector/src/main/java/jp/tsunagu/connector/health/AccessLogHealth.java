package jp.tsunagu.connector.health;

import jp.tsunagu.connector.access.AccessLogKeeping;
import jp.tsunagu.connector.access.ChainCheck;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DOWN where somebody changed an access log, with the first entry that does not fit; else how many
 * entries there are and the beginning of the last hash, so that who notes it can compare later.
 */
@Component("accesses")
final class AccessLogHealth implements HealthIndicator {

  private final HostedAgencies agencies;
  private final AccessLogKeeping keeping;

  AccessLogHealth(HostedAgencies agencies, AccessLogKeeping keeping) {
    this.agencies = agencies;
    this.keeping = keeping;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (HostedAgency agency : agencies.all()) {
      keeping.verdict(agency.id()).ifPresent(verdict -> tell(health, agency.id().value(), verdict));
    }
    return health.build();
  }

  private static void tell(Health.Builder health, String agency, ChainCheck.Verdict verdict) {
    switch (verdict) {
      case ChainCheck.Verdict.Whole(long entries, long last, String end) ->
          health.withDetail(agency, entries + " (" + last + " " + end + ")");
      case ChainCheck.Verdict.Broken(long number, ChainCheck.Fault fault) ->
          health.down().withDetail(agency, "ACCESS_LOG_BROKEN: " + number + ": " + fault.label());
    }
  }
}
