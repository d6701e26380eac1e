package jp.tsunagu.connector.record;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.agency.AgencySignals;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.connector.dossier.TrustedKeys;
import jp.tsunagu.connector.dossier.TrustedKeys.Followed;
import jp.tsunagu.contract.directory.DirectoryRecord.AgencyKeys;
import jp.tsunagu.contract.directory.Fingerprint;
import jp.tsunagu.contract.directory.KeyChain;
import jp.tsunagu.contract.directory.KeyStanding;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.SigningKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.KeyId;
import org.springframework.stereotype.Component;

/**
 * The keys that stand in the directory, and what each hosted agency makes of them. A person is told
 * of every key that is not proven, and of one in the agency's own name that is not its own; parts
 * are sealed to the proven key meanwhile.
 */
@Component
public final class KnownKeys implements DirectoryListener {

  private final Databases databases;
  private final HostedAgencies agencies;
  private final CurrentDirectory directory;
  private final TrustedKeys trusted;
  private final Alarms alarms;
  private final KeyNews news;
  private final AgencySignals signals;
  private final Clock clock;

  KnownKeys(
      Databases databases,
      HostedAgencies agencies,
      CurrentDirectory directory,
      TrustedKeys trusted,
      Alarms alarms,
      KeyNews news,
      AgencySignals signals,
      Clock clock) {
    this.databases = databases;
    this.agencies = agencies;
    this.directory = directory;
    this.trusted = trusted;
    this.alarms = alarms;
    this.news = news;
    this.signals = signals;
    this.clock = clock;
  }

  /** Looks at what is known at a start, and at the enrolment, which may say more than before. */
  public void lookAgain() {
    NetworkDirectory current = directory.snapshot();
    for (HostedAgency hosted : agencies.all()) {
      look(databases.of(hosted.id()), current, trusted.unconfirmed(hosted.id(), current));
    }
  }

  @Override
  public void directoryChanged(AgencyId hosted, NetworkDirectory newer) {
    if (trusted.isBehind(hosted, newer)) {
      look(databases.of(hosted), newer, List.of());
    }
  }

  /** One at a time: what is believed is read and written back. */
  private synchronized void look(
      AgencyDatabase database, NetworkDirectory newer, List<AgencyKeys> again) {
    database.runInTransaction(
        () -> {
          trusted.follow(database, newer, again).forEach(one -> tell(database, one));
          forgetOthers(database, newer);
          settled(database);
        });
  }

  private void tell(AgencyDatabase database, Followed looked) {
    Map<KeyId, KeyStanding> standings = standings(looked.after(), looked.announced());
    Map<KeyId, KeyStanding> seen = seen(database, looked.announced().agencyId());
    boolean isOwn = looked.announced().agencyId().equals(database.agency());
    boolean isNews = false;
    for (var key : standings.entrySet()) {
      if (key.getValue() != seen.get(key.getKey())) {
        remember(database, looked.announced().agencyId(), key.getKey(), key.getValue());
        isNews = true;
        if (key.getValue().isDoubtful()) {
          alarms.raise(database, isOwn ? Alarm.Kind.KEY_FOREIGN : Alarm.Kind.KEY_UNPROVEN);
        }
      }
    }
    seen.keySet().stream()
        .filter(key -> !standings.containsKey(key))
        .forEach(key -> forget(database, looked.announced().agencyId(), key));
    if (isNews && !isOwn && looked.before().inUse().isPresent()) {
      news.tell(database, looked.announced());
    }
    if (!looked.before().equals(looked.after())) {
      database.afterCommit(() -> signals.outbox(database.agency()).raise());
    }
  }

  private static Map<KeyId, KeyStanding> standings(KeyChain chain, AgencyKeys announced) {
    Map<KeyId, KeyStanding> standings = new LinkedHashMap<>();
    announced.signingKeys().forEach(key -> standings.put(key.keyId(), chain.standing(key)));
    announced.keys().forEach(key -> standings.put(key.keyId(), chain.standing(key)));
    return standings;
  }

  private static Map<KeyId, KeyStanding> seen(AgencyDatabase database, AgencyId agency) {
    Map<KeyId, KeyStanding> seen = new HashMap<>();
    database
        .jdbc()
        .sql("select key_id, standing from seen_key where agency_id = :agency")
        .param("agency", agency.value())
        .query(
            row -> {
              seen.put(
                  new KeyId(row.getString("key_id")),
                  KeyStanding.valueOf(row.getString("standing")));
            });
    return seen;
  }

  private void remember(
      AgencyDatabase database, AgencyId agency, KeyId keyId, KeyStanding standing) {
    database
        .jdbc()
        .sql(
            """
            insert into seen_key (agency_id, key_id, standing, first_seen_at)
            values (:agency, :keyId, :standing, :now)
            on conflict (agency_id, key_id) do update set standing = excluded.standing
            """)
        .param("agency", agency.value())
        .param("keyId", keyId.value())
        .param("standing", standing.name())
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  private static void forget(AgencyDatabase database, AgencyId agency, KeyId keyId) {
    database
        .jdbc()
        .sql("delete from seen_key where agency_id = :agency and key_id = :keyId")
        .param("agency", agency.value())
        .param("keyId", keyId.value())
        .update();
  }

  /** Of agencies that announce no key any more. */
  private static void forgetOthers(AgencyDatabase database, NetworkDirectory newer) {
    List<AgencyId> announcing =
        newer.records().values().stream()
            .filter(AgencyKeys.class::isInstance)
            .map(record -> ((AgencyKeys) record).agencyId())
            .toList();
    database
        .jdbc()
        .sql("delete from seen_key where agency_id <> all(:announcing)")
        .param("announcing", Columns.texts(announcing))
        .update();
  }

  /** When no key of another agency is doubtful any more, nobody need look. */
  private void settled(AgencyDatabase database) {
    boolean doubtful =
        database
            .jdbc()
            .sql("select distinct standing from seen_key where agency_id <> :own")
            .param("own", database.agency().value())
            .query(String.class)
            .list()
            .stream()
            .anyMatch(standing -> KeyStanding.valueOf(standing).isDoubtful());
    if (!doubtful) {
      alarms.settle(database, Alarm.Kind.KEY_UNPROVEN);
    }
  }

  /** What became of a person's word for a fingerprint. */
  public enum Confirmation {
    /** Its announcements are verified by that key from now on. */
    CONFIRMED,
    /** The agency announced no signing key with this fingerprint. */
    UNKNOWN,
    /** Another one took its place before. */
    REPLACED
  }

  /**
   * A person compared the fingerprint of another agency's signing key: what that key signed is
   * believed from now on.
   */
  public synchronized Confirmation confirm(
      AgencyId agency, AgencyId other, Fingerprint fingerprint) {
    AgencyDatabase database = databases.of(agency);
    Optional<AgencyKeys> announced = directory.snapshot().announced(other);
    Optional<SigningKey> key =
        announced.stream()
            .flatMap(keys -> keys.signingKeys().stream())
            .filter(candidate -> Fingerprint.of(candidate.publicKey()).equals(fingerprint))
            .findFirst();
    if (announced.isEmpty() || key.isEmpty()) {
      return Confirmation.UNKNOWN;
    }
    return database.inTransaction(() -> confirm(database, announced.get(), key.get()));
  }

  private Confirmation confirm(AgencyDatabase database, AgencyKeys announced, SigningKey key) {
    KeyChain believed = trusted.of(database.agency()).get(announced.agencyId());
    if (believed != null && believed.standing(key) == KeyStanding.OLDER) {
      return Confirmation.REPLACED;
    }
    tell(database, trusted.confirm(database, announced, key));
    settled(database);
    return Confirmation.CONFIRMED;
  }

  /** The keys of all agencies of the network as this agency knows them; its own are among them. */
  public List<AgencyKeysView> all(AgencyId agency) {
    NetworkDirectory current = directory.snapshot();
    Map<AgencyId, KeyChain> believed = trusted.of(agency);
    AgencyDatabase database = databases.of(agency);
    return current.agencies().stream()
        .map(other -> other.agencyId())
        .map(other -> view(database, current, other, Optional.ofNullable(believed.get(other))))
        .toList();
  }

  private static AgencyKeysView view(
      AgencyDatabase database,
      NetworkDirectory current,
      AgencyId other,
      Optional<KeyChain> believed) {
    List<AgencyKeysView.Key> announced = new ArrayList<>();
    current.announced(other).stream()
        .flatMap(keys -> announced(database, keys, believed))
        .forEach(announced::add);
    return new AgencyKeysView(
        other,
        believed
            .flatMap(KeyChain::trusted)
            .map(key -> Fingerprint.of(key.publicKey()).grouped())
            .orElse(null),
        believed
            .flatMap(KeyChain::inUse)
            .map(key -> Fingerprint.of(key.keyset()).grouped())
            .orElse(null),
        announced);
  }

  private static Stream<AgencyKeysView.Key> announced(
      AgencyDatabase database, AgencyKeys keys, Optional<KeyChain> believed) {
    Map<KeyId, Instant> since = firstSeen(database, keys.agencyId());
    return Stream.concat(
        keys.signingKeys().stream()
            .map(
                key ->
                    new AgencyKeysView.Key(
                        AgencyKeysView.Use.SIGNING,
                        key.keyId(),
                        Fingerprint.of(key.publicKey()).grouped(),
                        key.announcedAt(),
                        since.get(key.keyId()),
                        believed
                            .map(chain -> chain.standing(key))
                            .orElse(KeyStanding.UNCONFIRMED))),
        keys.keys().stream()
            .map(
                key ->
                    new AgencyKeysView.Key(
                        AgencyKeysView.Use.SEALING,
                        key.keyId(),
                        Fingerprint.of(key.keyset()).grouped(),
                        key.announcedAt(),
                        since.get(key.keyId()),
                        believed
                            .map(chain -> chain.standing(key))
                            .orElse(KeyStanding.UNCONFIRMED))));
  }

  private static Map<KeyId, Instant> firstSeen(AgencyDatabase database, AgencyId agency) {
    Map<KeyId, Instant> since = new HashMap<>();
    database
        .jdbc()
        .sql("select key_id, first_seen_at from seen_key where agency_id = :agency")
        .param("agency", agency.value())
        .query(
            row -> {
              since.put(new KeyId(row.getString("key_id")), Columns.instant(row, "first_seen_at"));
            });
    return since;
  }
}
