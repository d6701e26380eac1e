package jp.tsunagu.connector.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one database session that holds every lease of this process, so that a process with many
 * agencies needs one connection for it.
 */
final class LeaseSession {

  private static final int ANSWERS_WITHIN_SECONDS = 5;

  private final DataSource pool;
  private final Set<String> held = new HashSet<>();
  private @Nullable Connection connection;

  LeaseSession(DataSource pool) {
    this.pool = pool;
  }

  synchronized boolean hold(String name) throws SQLException {
    Connection session = session();
    if (held.contains(name)) {
      return true;
    }
    boolean taken = ask(session, "select pg_try_advisory_lock(hashtextextended(?, 0))", name);
    if (taken) {
      held.add(name);
    }
    return taken;
  }

  synchronized void release(String name) throws SQLException {
    Connection session = connection;
    if (session == null || !held.remove(name) || session.isClosed()) {
      return;
    }
    ask(session, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
    if (held.isEmpty()) {
      connection = null;
      session.close();
    }
  }

  private Connection session() throws SQLException {
    Connection current = connection;
    if (current != null && current.isValid(ANSWERS_WITHIN_SECONDS)) {
      return current;
    }
    held.clear();
    connection = null;
    if (current != null) {
      current.close();
    }
    Connection fresh = pool.getConnection();
    connection = fresh;
    return fresh;
  }

  private static boolean ask(Connection session, String question, String name) throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(question)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }
}
