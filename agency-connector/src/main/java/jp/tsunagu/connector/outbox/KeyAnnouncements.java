package jp.tsunagu.connector.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.connector.dossier.Enrolment;
import jp.tsunagu.connector.dossier.PrivateKeys;
import jp.tsunagu.connector.dossier.SigningKeys;
import jp.tsunagu.contract.directory.AnnounceKey;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.contract.wire.Codec;
import org.springframework.stereotype.Component;

/** Makes key pairs and announces their public parts, signed, through the outbox. */
@Component
public final class KeyAnnouncements implements DirectoryListener {

  private static final String KIND = "AnnounceKey";

  private final Databases databases;
  private final HostedAgencies agencies;
  private final PrivateKeys keys;
  private final SigningKeys signingKeys;
  private final Enrolment enrolment;
  private final Codec codec;
  private final AgencySignals signals;
  private final Clock clock;
  private final RandomGenerator random;

  KeyAnnouncements(
      Databases databases,
      HostedAgencies agencies,
      PrivateKeys keys,
      SigningKeys signingKeys,
      Enrolment enrolment,
      Codec codec,
      AgencySignals signals,
      Clock clock,
      RandomGenerator random) {
    this.databases = databases;
    this.agencies = agencies;
    this.keys = keys;
    this.signingKeys = signingKeys;
    this.enrolment = enrolment;
    this.codec = codec;
    this.signals = signals;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes the first keys of every hosted agency that has none, and tells the enrolment of its
   * signing key.
   */
  public void makeMissing() {
    for (HostedAgency agency : agencies.all()) {
      AgencyDatabase database = databases.of(agency.id());
      SigningKey signing =
          database.inTransaction(
              () ->
                  signingKeys
                      .current(database)
                      .filter(_ -> keys.current(database).isPresent())
                      .orElseGet(() -> makeFirst(database)));
      enrolment.tell(agency.id(), signing);
    }
  }

  private SigningKey makeFirst(AgencyDatabase database) {
    SigningKey signing =
        signingKeys.current(database).orElseGet(() -> signingKeys.makeAnew(database, now()));
    makeAndAnnounce(database);
    return signing;
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

  /**
   * Makes a new signing key, signed by the one in use, and with it a new key pair: every sender
   * believes both without a person.
   */
  public SigningKey rotateSigning(AgencyId agency) {
    return withSigningKey(agency, signingKeys::makeNext);
  }

  /**
   * Makes a new signing key because the one in use was lost or stolen; nothing vouches for it, so
   * at every sender a person compares its fingerprint. Until then they seal to the key they know.
   */
  public SigningKey replaceSigning(AgencyId agency) {
    return withSigningKey(agency, signingKeys::makeAnew);
  }

  /** The sealing key in use. */
  public PublicKey sealing(AgencyId agency) {
    return keys.current(databases.of(agency)).orElseThrow();
  }

  /** The signing key in use. */
  public SigningKey signing(AgencyId agency) {
    return signingKeys.current(databases.of(agency)).orElseThrow();
  }

  private SigningKey withSigningKey(
      AgencyId agency, BiFunction<AgencyDatabase, Instant, SigningKey> make) {
    AgencyDatabase database = databases.of(agency);
    keys.forgetOld(database, clock.instant());
    SigningKey made =
        database.inTransaction(
            () -> {
              SigningKey signing = make.apply(database, now());
              makeAndAnnounce(database);
              return signing;
            });
    enrolment.tell(agency, made);
    return made;
  }

  private PublicKey makeAndAnnounce(AgencyDatabase database) {
    PublicKey key = keys.make(database, now());
    announce(database, key);
    return key;
  }

  private void announce(AgencyDatabase database, PublicKey key) {
    Instant now = now();
    CommandId commandId = new CommandId(UuidVersion7.at(now, random));
    OutboxRows.insertAll(
        database,
        List.of(
            new OutboxRows.Fresh(
                commandId,
                RecordKey.of(database.agency()),
                KIND,
                codec.encode(
                    new AnnounceKey(
                        commandId,
                        now,
                        signingKeys.signed(database, key),
                        signingKeys.current(database).orElseThrow())),
                null,
                0,
                null,
                null)),
        now);
    database.afterCommit(() -> signals.outbox(database.agency()).raise());
  }

  /** A network that was set up anew does not know our newest key: it is announced again. */
  @Override
  public void directoryChanged(AgencyId hosted, NetworkDirectory directory) {
    AgencyDatabase database = databases.of(hosted);
    boolean takesPart = directory.agency(hosted).isPresent();
    keys.current(database)
        .filter(_ -> takesPart)
        .filter(key -> directory.keys(hosted).stream().noneMatch(isSame(key)))
        .filter(_ -> !isOnItsWay(database))
        .ifPresent(key -> announce(database, key));
  }

  private static Predicate<PublicKey> isSame(PublicKey key) {
    return other -> other.keyset().equals(key.keyset());
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
