package jp.tsunagu.compose.run;

import java.util.Map;
import javax.sql.DataSource;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.contract.id.AgencyId;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases of a data folder's agencies while nothing else of the network runs. */
public final class AgencyDatabases implements AutoCloseable {
  private final Logins logins;
  private final EmbeddedDatabase server;

  private AgencyDatabases(Logins logins, EmbeddedDatabase server) {
    this.logins = logins;
    this.server = server;
  }

  /** Starts the server on this folder, with everybody whom it lets in. */
  public static AgencyDatabases start(DataFolder folder) {
    var logins = new Logins(City.read(folder.city()), Passwords.in(folder.secrets()));
    return new AgencyDatabases(logins, Storage.database(folder, logins, Map.of()));
  }

  /** That of an agency, as its own role. */
  public DataSource of(AgencyId agency) {
    var role = logins.role(agency);
    return new DriverManagerDataSource(server.jdbcUrl(role.name()), role.name(), role.password());
  }

  @Override
  public void close() {
    server.close();
  }
}
