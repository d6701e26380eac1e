package jp.tsunagu.connector.mailbox;

import java.time.Clock;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.agency.ConnectorProperties;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.runtime.mail.MessageId;
import org.springframework.stereotype.Component;

/** Gives each mail an id of its own, also after a database was restored from a backup. */
@Component
final class MessageIds {

  private final ConnectorProperties properties;
  private final RandomGenerator random;
  private final Clock clock;

  MessageIds(ConnectorProperties properties, RandomGenerator random, Clock clock) {
    this.properties = properties;
    this.random = random;
    this.clock = clock;
  }

  MessageId fresh(AgencyId agency) {
    return new MessageId(
        "mailbox.%s.%s@%s.tsunagu"
            .formatted(agency, UuidVersion7.at(clock.instant(), random), properties.network()));
  }
}
