package jp.tsunagu.connector.health;

import java.util.List;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.inbox.AsideDesk;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DOWN while part of an inbox is not read; other alarms, and the cases that wait behind a record
 * that cannot be read, are told, but stop nobody else. A broker that is away is no reason:
 * submissions are accepted all the same.
 */
@Component("inbox")
final class InboxHealth implements HealthIndicator {

  private final HostedAgencies agencies;
  private final Alarms alarms;
  private final AsideDesk aside;

  InboxHealth(HostedAgencies agencies, Alarms alarms, AsideDesk aside) {
    this.agencies = agencies;
    this.alarms = alarms;
    this.aside = aside;
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
      List<String> held = aside.heldKeys(agency.id());
      if (!held.isEmpty()) {
        health.withDetail(agency.id() + ".held", held);
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
