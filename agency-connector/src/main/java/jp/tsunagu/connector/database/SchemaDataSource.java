package jp.tsunagu.connector.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the shared pool that see one schema and no other.
 *
 * <p>A connection keeps its schema when it goes back to the pool, and the server itself says which
 * one that is (PostgreSQL 18 reports {@code search_path}, also after a rollback): it is set only
 * where it is another. An older server does not say it; there it is set every time.
 */
final class SchemaDataSource extends DelegatingDataSource {

  private static final String PATH = "search_path";

  private final String schema;
  private volatile @Nullable String reported;

  SchemaDataSource(DataSource pool, String schema) {
    super(pool);
    this.schema = schema;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      see(connection.unwrap(PgConnection.class));
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Past the pool, which would set another schema whenever the connection is given back. */
  private void see(PgConnection session) throws SQLException {
    String expected = reported;
    if (expected == null || !expected.equals(session.getParameterStatus(PATH))) {
      session.setSchema(schema);
      reported = session.getParameterStatus(PATH);
    }
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("the pool knows its user");
  }
}
