package jp.tsunagu.connector.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.lost.LostDesk;
import jp.tsunagu.connector.mailbox.Mailboxes;
import jp.tsunagu.connector.outbox.OutboxQueue;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.Alarms;
import org.springframework.stereotype.Component;

/** What monitoring sees, per hosted agency: counts only. */
@Component
final class ConnectorMetrics implements MeterBinder {

  private final HostedAgencies agencies;
  private final Databases databases;
  private final OutboxQueue outbox;
  private final Alarms alarms;
  private final Mailboxes mailboxes;
  private final LostDesk lost;

  ConnectorMetrics(
      HostedAgencies agencies,
      Databases databases,
      OutboxQueue outbox,
      Alarms alarms,
      Mailboxes mailboxes,
      LostDesk lost) {
    this.agencies = agencies;
    this.databases = databases;
    this.outbox = outbox;
    this.alarms = alarms;
    this.mailboxes = mailboxes;
    this.lost = lost;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    agencies.all().forEach(agency -> bind(registry, agency));
  }

  private void bind(MeterRegistry registry, HostedAgency agency) {
    AgencyDatabase database = databases.of(agency.id());
    Gauge.builder("tsunagu.connector.outbox.unsent", database, outbox::waiting)
        .description("commands not yet confirmed by the broker")
        .tag("agency", agency.id().value())
        .register(registry);
    Gauge.builder("tsunagu.connector.outbox.held", database, outbox::held)
        .description("commands that wait for a recipient's public key")
        .tag("agency", agency.id().value())
        .register(registry);
    Gauge.builder("tsunagu.connector.mail.untold", () -> mailboxes.untold(agency.id()))
        .description("things the mailbox of the agency is not told of yet")
        .tag("agency", agency.id().value())
        .register(registry);
    Gauge.builder("tsunagu.connector.lost", () -> lost.count(agency.id()))
        .description("what a restored network lost and nobody of the agency has decided about")
        .tag("agency", agency.id().value())
        .register(registry);
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      Gauge.builder("tsunagu.connector.alarms", () -> count(agency, kind))
          .description("what a person must look at")
          .tag("agency", agency.id().value())
          .tag("kind", kind.name())
          .register(registry);
    }
  }

  private long count(HostedAgency agency, Alarm.Kind kind) {
    return alarms.open(agency.id()).stream().filter(alarm -> alarm.kind() == kind).count();
  }
}
