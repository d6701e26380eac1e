package jp.tsunagu.connector.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the shared pool that see one schema and no other. */
final class SchemaDataSource extends DelegatingDataSource {

  private final String schema;

  SchemaDataSource(DataSource pool, String schema) {
    super(pool);
    this.schema = schema;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try {
      connection.setSchema(schema);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection getConnection(String username, String password) {
    throw new UnsupportedOperationException("the pool knows its user");
  }
}
