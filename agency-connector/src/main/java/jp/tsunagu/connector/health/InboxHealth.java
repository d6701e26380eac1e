package jp.tsunagu.connector.health;

import java.util.List;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DOWN while part of an inbox is not read; other alarms are told, but stop nobody. A broker that is
 * away is no reason: submissions are accepted all the same.
 */
@Component("inbox")
final class InboxHealth implements HealthIndicator {

  private final HostedAgencies agencies;
  private final Alarms alarms;

  InboxHealth(HostedAgencies agencies, Alarms alarms) {
    this.agencies = agencies;
    this.alarms = alarms;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (HostedAgency agency : agencies.all()) {
      List<Alarm> open = alarms.open(agency.id());
      if (open.stream().anyMatch(alarm -> alarm.kind().readingWaits())) {
        health.down();
      }
      if (!open.isEmpty()) {
        health.withDetail(agency.id().value(), open.stream().map(InboxHealth::told).toList());
      }
    }
    return health.build();
  }

  private static String told(Alarm alarm) {
    String place =
        alarm
            .partition()
            .map(p -> " (partition " + p + ", offset " + offset(alarm) + ")")
            .orElse("");
    return alarm.kind() + ": " + alarm.kind().label() + place;
  }

  private static String offset(Alarm alarm) {
    return alarm.offset().map(Object::toString).orElse("-");
  }
}
