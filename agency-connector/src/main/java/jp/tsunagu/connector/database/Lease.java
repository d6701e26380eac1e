package jp.tsunagu.connector.database;

import java.sql.SQLException;

/**
 * A PostgreSQL advisory lock: of all processes, only its holder sends for an agency or reads its
 * inbox. It ends with the database session, also after kill -9. Its signal is raised where another
 * process {@linkplain AgencyDatabase#tell tells} the holder that there is work, and where this
 * process got or lost it.
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

  /**
   * The same for whoever knows of work: where another process holds the lease, that one is told.
   */
  public boolean isHeldOrTold() throws SQLException {
    boolean held = session.hold(name);
    if (!held) {
      session.tell(name);
    }
    return held;
  }

  /** Another number whenever the lease was lost, if only for a moment. */
  public long term() {
    return session.term();
  }

  @Override
  public void close() throws SQLException {
    session.release(name);
  }
}
