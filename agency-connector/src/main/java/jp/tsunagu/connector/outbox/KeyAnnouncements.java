package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.connector.dossier.PrivateKeys;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.wire.Codec;
import org.springframework.stereotype.Component;

/** Makes key pairs and announces their public parts through the outbox. */
@Component
public final class KeyAnnouncements implements DirectoryListener {

  private static final String KIND = "AnnounceKey";

  private final Databases databases;
  private final HostedAgencies agencies;
  private final PrivateKeys keys;
  private final Codec codec;
  private final AgencySignals signals;
  private final Clock clock;
  private final RandomGenerator random;

  KeyAnnouncements(
      Databases databases,
      HostedAgencies agencies,
      PrivateKeys keys,
      Codec codec,
      AgencySignals signals,
      Clock clock,
      RandomGenerator random) {
    this.databases = databases;
    this.agencies = agencies;
    this.keys = keys;
    this.codec = codec;
    this.signals = signals;
    this.clock = clock;
    this.random = random;
  }

  /** Makes the first key pair of every hosted agency that has none. */
  public void makeMissing() {
    for (HostedAgency agency : agencies.all()) {
      AgencyDatabase database = databases.of(agency.id());
      database.runInTransaction(
          () -> {
            if (keys.current(database).isEmpty()) {
              makeAndAnnounce(database);
            }
          });
    }
  }

  /**
   * Makes a new key pair (鍵の更新); what was sealed to the old one can be opened for {@link
   * PrivateKeys#KEPT_AFTER_ROTATION}.
   */
  public PublicKey rotate(AgencyId agency) {
    AgencyDatabase database = databases.of(agency);
    keys.forgetOld(database, clock.instant());
    return database.inTransaction(() -> makeAndAnnounce(database));
  }

  private PublicKey makeAndAnnounce(AgencyDatabase database) {
    PublicKey key = keys.make(database, now());
    announce(database, key);
    return key;
  }

  private void announce(AgencyDatabase database, PublicKey key) {
    Instant now = now();
    CommandId commandId = new CommandId(UuidVersion7.at(now, random));
    OutboxRows.insert(
        database,
        new OutboxRows.Fresh(
            commandId,
            database.agency().value(),
            null,
            KIND,
            codec.encode(new AnnounceKey(commandId, now, key)),
            null,
            0,
            null),
        now);
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
  }

  /** A network that was set up anew does not know our keys: they are announced again. */
  @Override
  public void directoryChanged(NetworkDirectory directory) {
    for (HostedAgency agency : agencies.all()) {
      AgencyDatabase database = databases.of(agency.id());
      boolean takesPart = directory.agency(agency.id()).isPresent();
      keys.current(database)
          .filter(key -> takesPart && directory.keys(agency.id()).isEmpty())
          .filter(_ -> !isOnItsWay(database))
          .ifPresent(key -> announce(database, key));
    }
  }

  /** Sent within the last minute, or not yet. */
  private boolean isOnItsWay(AgencyDatabase database) {
    return database
            .jdbc()
            .sql(
                """
                select count(*) from outbox
                where kind = :kind and (sent_at is null or sent_at > :recently)
                """)
            .param("kind", KIND)
            .param("recently", Columns.at(clock.instant().minusSeconds(60)))
            .query(Long.class)
            .single()
        > 0;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
