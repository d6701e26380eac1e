package jp.tsunagu.connector.database;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.HostedAgencies;
import jp.tsunagu.contract.id.AgencyId;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The schemas of all hosted agencies, brought to the newest version at start. */
@Component
public final class Databases {

  private static final String SHARED_SCHEMA = "connector";
  private static final String MIGRATIONS = "classpath:jp/tsunagu/connector/database/";

  private final Map<AgencyId, AgencyDatabase> databases;
  private final JdbcClient shared;

  /** Migrates every schema; a failure ends the start. */
  public Databases(DataSource pool, HostedAgencies agencies) {
    migrate(pool, SHARED_SCHEMA, "shared");
    agencies.all().forEach(agency -> migrate(pool, agency.schema(), "agency"));
    this.shared = JdbcClient.create(new SchemaDataSource(pool, SHARED_SCHEMA));
    LeaseSession leases = new LeaseSession(pool);
    this.databases =
        agencies.all().stream()
            .map(agency -> new AgencyDatabase(agency.id(), agency.schema(), pool, leases))
            .collect(Collectors.toUnmodifiableMap(AgencyDatabase::agency, Function.identity()));
  }

  private static void migrate(DataSource pool, String schema, String migrations) {
    Flyway.configure()
        .dataSource(pool)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(MIGRATIONS + migrations)
        .load()
        .migrate();
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
}
