package jp.tsunagu.connector.health;

import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.mailbox.Mailboxes;
import jp.tsunagu.connector.mailbox.Mailboxes.Stuck;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says which mailbox could not be told yet and why; DOWN once one refused, or was tried so often
 * that a person must look. Nobody else waits for it.
 */
@Component("mailbox")
final class MailboxHealth implements HealthIndicator {

  private final HostedAgencies agencies;
  private final Mailboxes mailboxes;

  MailboxHealth(HostedAgencies agencies, Mailboxes mailboxes) {
    this.agencies = agencies;
    this.mailboxes = mailboxes;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    agencies
        .all()
        .forEach(
            agency ->
                mailboxes
                    .of(agency.id())
                    .map(Mailboxes.State::stuck)
                    .ifPresent(stuck -> tell(health, agency.id().value(), stuck)));
    return health.build();
  }

  private static void tell(Health.Builder health, String agency, Stuck stuck) {
    if (stuck.needsAPerson()) {
      health.down();
    }
    health.withDetail(
        agency,
        "MAIL_WAITS: %s (%d回、%sから)".formatted(stuck.why(), stuck.attempts(), stuck.since()));
  }
}
