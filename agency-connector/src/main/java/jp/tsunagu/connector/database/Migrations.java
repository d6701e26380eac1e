package jp.tsunagu.connector.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings a schema to a version of its tables. A database that is there and slow is waited for, some
 * twenty seconds longer than a request would wait for a connection.
 */
public final class Migrations {

  static final String AGENCY = "agency";

  private static final int TRIES_MORE = 6;
  private static final int LONGEST_PAUSE_SECONDS = 4;
  private static final String PLACE = "classpath:jp/tsunagu/connector/database/";

  private Migrations() {}

  /** The newest version of these tables; a failure ends the start. */
  static void newest(DataSource database, String schema, String tables) {
    to(database, schema, tables, MigrationVersion.LATEST);
  }

  /** An agency's tables as a program of that version had them. */
  public static void ofAgency(DataSource database, String schema, String version) {
    to(database, schema, AGENCY, MigrationVersion.fromVersion(version));
  }

  /** An agency's tables as this program has them. */
  public static void ofAgency(DataSource database, String schema) {
    newest(database, schema, AGENCY);
  }

  private static void to(
      DataSource database, String schema, String tables, MigrationVersion version) {
    Flyway.configure()
        .dataSource(database)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(PLACE + tables)
        .target(version)
        .connectRetries(TRIES_MORE)
        .connectRetriesInterval(LONGEST_PAUSE_SECONDS)
        .load()
        .migrate();
  }
}
