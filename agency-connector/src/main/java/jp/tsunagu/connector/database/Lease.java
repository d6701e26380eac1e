package jp.tsunagu.connector.database;

import java.sql.SQLException;

/**
 * A PostgreSQL advisory lock: of all processes, only its holder sends for an agency or reads its
 * inbox. It ends with the database session, also after kill -9.
 */
public final class Lease implements AutoCloseable {

  private final LeaseSession session;
  private final String name;

  Lease(LeaseSession session, String name) {
    this.session = session;
    this.name = name;
  }

  /**
   * Whether this process holds the lease now; takes it if it is free.
   *
   * @throws SQLException when the database cannot be asked; the lease is lost then
   */
  public boolean isHeld() throws SQLException {
    return session.hold(name);
  }

  @Override
  public void close() throws SQLException {
    session.release(name);
  }
}
