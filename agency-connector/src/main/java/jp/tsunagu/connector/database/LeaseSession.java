package jp.tsunagu.connector.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
  private static final long ASKED_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final DataSource pool;
  private final Set<String> held = new HashSet<>();
  private @Nullable Connection connection;
  private long answeredAt;

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
    if (current != null && answers(current)) {
      return current;
    }
    held.clear();
    connection = null;
    if (current != null) {
      current.close();
    }
    Connection fresh = pool.getConnection();
    connection = fresh;
    answeredAt = System.nanoTime();
    return fresh;
  }

  /** Every worker of the process asks before each step: the database is asked now and then. */
  private boolean answers(Connection session) throws SQLException {
    long now = System.nanoTime();
    if (now - answeredAt < ASKED_EVERY_NANOS && !session.isClosed()) {
      return true;
    }
    boolean valid = session.isValid(ANSWERS_WITHIN_SECONDS);
    answeredAt = now;
    return valid;
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
