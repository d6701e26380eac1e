package jp.tsunagu.connector.database;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schemas of all hosted agencies, brought to the newest version at start. */
@Component
public final class Databases implements AutoCloseable {

  private static final String SHARED_SCHEMA = "connector";

  private final Pools pools;
  private final Map<AgencyId, AgencyDatabase> databases;
  private final JdbcClient shared;

  /** Migrates every schema; a failure ends the start. */
  public Databases(DataSource pool, HostedAgencies agencies) {
    this.pools = new Pools(pool);
    Migrations.newest(pool, SHARED_SCHEMA, "shared");
    this.shared = JdbcClient.create(new SchemaDataSource(pool, SHARED_SCHEMA));
    try {
      this.databases =
          agencies.all().stream()
              .map(this::migrated)
              .collect(Collectors.toUnmodifiableMap(AgencyDatabase::agency, Function.identity()));
    } catch (RuntimeException failed) {
      pools.close();
      throw failed;
    }
  }

  private AgencyDatabase migrated(HostedAgency agency) {
    Pools.Pool pool = pools.of(agency);
    Migrations.newest(pool.connections(), agency.schema(), Migrations.AGENCY);
    return new AgencyDatabase(agency.id(), agency.schema(), pool.connections(), pool.leases());
  }

  /**
   * The database of this agency.
   *
   * @throws IllegalArgumentException when it is not hosted here
   */
  public AgencyDatabase of(AgencyId agency) {
    AgencyDatabase database = databases.get(agency);
    if (database == null) {
      throw new IllegalArgumentException(agency + " is not hosted here");
    }
    return database;
  }

  /** What all agencies of this process share: what the network published about itself. */
  public JdbcClient shared() {
    return shared;
  }

  @Override
  public void close() {
    pools.close();
  }
}
