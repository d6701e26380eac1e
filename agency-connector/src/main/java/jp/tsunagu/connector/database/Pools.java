package jp.tsunagu.connector.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.agency.OwnDatabase;

/**
 * The connections of each hosted agency: its own role's to its own database where it has one, else
 * those of the process. A pool of its own is like that of the process, but keeps one connection
 * where nobody asks.
 */
final class Pools implements AutoCloseable {

  private final Pool common;
  private final List<HikariDataSource> own = new ArrayList<>();
  private final List<LeaseSession> leases = new ArrayList<>();

  Pools(DataSource common) {
    this.common = pool(common);
  }

  /**
   * Connections to one database.
   *
   * @param leases held there
   */
  record Pool(DataSource connections, LeaseSession leases) {}

  Pool of(HostedAgency agency) {
    OwnDatabase database = agency.database();
    if (database == null) {
      return common;
    }
    HikariDataSource pool = new HikariDataSource(likeTheCommon(agency, database));
    own.add(pool);
    return pool(pool);
  }

  private Pool pool(DataSource connections) {
    LeaseSession session = new LeaseSession(connections);
    leases.add(session);
    return new Pool(connections, session);
  }

  private HikariConfig likeTheCommon(HostedAgency agency, OwnDatabase database) {
    HikariConfig settings = new HikariConfig();
    try {
      common.connections.unwrap(HikariDataSource.class).copyStateTo(settings);
    } catch (SQLException failed) {
      throw new IllegalStateException("the pool of the process is of another make", failed);
    }
    settings.setPoolName("agency-" + agency.id());
    settings.setJdbcUrl(database.url());
    settings.setUsername(database.username());
    settings.setPassword(database.password().value());
    settings.setMinimumIdle(1);
    return settings;
  }

  @Override
  public void close() {
    leases.forEach(LeaseSession::close);
    own.forEach(HikariDataSource::close);
  }
}
