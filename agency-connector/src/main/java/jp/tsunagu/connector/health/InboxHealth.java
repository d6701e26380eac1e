package jp.tsunagu.connector.health;

import java.util.Comparator;
import java.util.List;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.dossier.DossierStore;
import jp.tsunagu.connector.inbox.AsideDesk;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * DOWN while part of an inbox is not read, while somebody else announces keys in the agency's name,
 * and while nothing that comes in can be opened; other alarms, and the cases that wait behind a
 * record that cannot be read, are told – how many; which, only its own agency is –, but stop nobody
 * else. A broker that is away is no reason: submissions are accepted all the same.
 */
@Component("inbox")
final class InboxHealth implements HealthIndicator {

  private static final String EVERY_KEY_LOST =
      "KEY_LOST: この機関の鍵では、届いた書類を一つも開けません(鍵を失っています。署名鍵と封かん鍵を新しくしてください)";

  private final HostedAgencies agencies;
  private final Alarms alarms;
  private final AsideDesk aside;
  private final Databases databases;
  private final DossierStore dossiers;

  InboxHealth(
      HostedAgencies agencies,
      Alarms alarms,
      AsideDesk aside,
      Databases databases,
      DossierStore dossiers) {
    this.agencies = agencies;
    this.alarms = alarms;
    this.aside = aside;
    this.databases = databases;
    this.dossiers = dossiers;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (HostedAgency agency : agencies.all()) {
      List<Alarm> open = alarms.open(agency.id());
      if (open.stream().anyMatch(alarm -> alarm.kind().needsAPerson())) {
        health.down();
      }
      if (isEveryKeyLost(agency, open)) {
        health.down().withDetail(agency.id() + ".keys", EVERY_KEY_LOST);
      }
      if (!open.isEmpty()) {
        health.withDetail(agency.id().value(), open.stream().map(InboxHealth::told).toList());
      }
      int held = aside.heldKeys(agency.id()).size();
      if (held > 0) {
        health.withDetail(agency.id() + ".held", held);
      }
    }
    return health.build();
  }

  /** Nothing that came in since the first loss that stands could be opened. */
  private boolean isEveryKeyLost(HostedAgency agency, List<Alarm> open) {
    return open.stream()
        .filter(alarm -> alarm.kind() == Alarm.Kind.KEY_LOST)
        .map(Alarm::since)
        .min(Comparator.naturalOrder())
        .filter(since -> dossiers.opensNothing(databases.of(agency.id()), since))
        .isPresent();
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
