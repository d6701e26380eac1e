package jp.tsunagu.connector.record;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.connector.dossier.Fingerprint;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.PublicKey;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.stereotype.Component;

/**
 * Public keys as each hosted agency first saw them (pin on first use). An orderly renewal keeps the
 * old key beside the new one; when every known key of an agency is gone at once, a person is told.
 */
@Component
public final class KnownKeys implements DirectoryListener {

  private final Databases databases;
  private final HostedAgencies agencies;
  private final CurrentDirectory directory;
  private final Alarms alarms;
  private final Clock clock;

  KnownKeys(
      Databases databases,
      HostedAgencies agencies,
      CurrentDirectory directory,
      Alarms alarms,
      Clock clock) {
    this.databases = databases;
    this.agencies = agencies;
    this.directory = directory;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Override
  public void directoryChanged(NetworkDirectory newer) {
    for (HostedAgency hosted : agencies.all()) {
      AgencyDatabase database = databases.of(hosted.id());
      database.runInTransaction(() -> compare(database, newer));
    }
  }

  private void compare(AgencyDatabase database, NetworkDirectory newer) {
    Map<AgencyId, Map<String, Instant>> known = known(database);
    for (Agency agency : newer.agencies()) {
      Set<String> before = known.getOrDefault(agency.agencyId(), Map.of()).keySet();
      Set<String> now =
          newer.keys(agency.agencyId()).stream()
              .map(key -> key.keyId().value())
              .collect(Collectors.toSet());
      if (!before.isEmpty() && !now.isEmpty() && before.stream().noneMatch(now::contains)) {
        alarms.raise(database, Alarm.Kind.KEY_SUBSTITUTED);
      }
      now.stream()
          .filter(keyId -> !before.contains(keyId))
          .forEach(keyId -> remember(database, agency.agencyId(), keyId));
    }
  }

  private void remember(AgencyDatabase database, AgencyId agency, String keyId) {
    database
        .jdbc()
        .sql(
            """
            insert into known_key (agency_id, key_id, first_seen_at) values (:agency, :keyId, :now)
            on conflict do nothing
            """)
        .param("agency", agency.value())
        .param("keyId", keyId)
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  private static Map<AgencyId, Map<String, Instant>> known(AgencyDatabase database) {
    Map<AgencyId, Map<String, Instant>> known = new HashMap<>();
    database
        .jdbc()
        .sql("select agency_id, key_id, first_seen_at from known_key")
        .query(
            row -> {
              known
                  .computeIfAbsent(new AgencyId(row.getString("agency_id")), _ -> new HashMap<>())
                  .put(row.getString("key_id"), Columns.instant(row, "first_seen_at"));
            });
    return known;
  }

  /** The keys of all agencies of the network as this agency knows them. */
  public List<KnownKey> all(AgencyId agency) {
    Map<AgencyId, Map<String, Instant>> seen = known(databases.of(agency));
    NetworkDirectory current = directory.snapshot();
    List<KnownKey> keys = new ArrayList<>();
    for (Agency other : current.agencies()) {
      boolean newest = true;
      for (PublicKey key : current.keys(other.agencyId())) {
        Instant since =
            seen.getOrDefault(other.agencyId(), Map.of())
                .getOrDefault(key.keyId().value(), key.announcedAt());
        keys.add(new KnownKey(other.agencyId(), key.keyId(), Fingerprint.of(key), since, newest));
        newest = false;
      }
    }
    return keys;
  }
}
