package jp.tsunagu.connector.record;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.directory.DirectoryListener;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The incarnations of the network that each hosted agency was told of. Of a new one people of the
 * agency are told once: what they sent and received after the backup may not be there any more.
 */
@Component
final class Incarnations implements DirectoryListener, SmartInitializingSingleton {

  private final Databases databases;
  private final HostedAgencies agencies;
  private final CurrentDirectory directory;
  private final Alarms alarms;
  private final Clock clock;

  Incarnations(
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

  /** Those in which something may have been decided for this agency. */
  static Set<Integer> known(AgencyDatabase database) {
    Set<Integer> known =
        new TreeSet<>(
            database.jdbc().sql("select number from incarnation").query(Integer.class).list());
    known.add(0);
    return known;
  }

  /** A process that ended between reading it and telling it tells it at its next start. */
  @Override
  public void afterSingletonsInstantiated() {
    NetworkDirectory current = directory.snapshot();
    agencies.all().forEach(hosted -> directoryChanged(hosted.id(), current));
  }

  @Override
  public void directoryChanged(AgencyId hosted, NetworkDirectory newer) {
    if (newer.incarnation() > 0) {
      AgencyDatabase database = databases.of(hosted);
      database.runInTransaction(() -> notice(database, newer.incarnation()));
    }
  }

  private void notice(AgencyDatabase database, int incarnation) {
    int fresh =
        database
            .jdbc()
            .sql(
                "insert into incarnation (number, noticed_at) values (:number, :now)"
                    + " on conflict do nothing")
            .param("number", incarnation)
            .param("now", Columns.at(clock.instant()))
            .update();
    if (fresh > 0 && hasCases(database)) {
      alarms.raise(database, Alarm.Kind.NETWORK_RESTORED);
    }
  }

  private static boolean hasCases(AgencyDatabase database) {
    return database
        .jdbc()
        .sql("select exists (select 1 from supported_case)")
        .query(Boolean.class)
        .single();
  }
}
