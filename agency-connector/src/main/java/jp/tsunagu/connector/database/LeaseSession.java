package jp.tsunagu.connector.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jp.tsunagu.runtime.broker.Signal;
import jp.tsunagu.runtime.broker.SteadyWork;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * The one database session that holds every lease of this process, so that a process with many
 * agencies needs one connection for it; it also hears what other processes tell the holder. Once a
 * second it is looked whether anything came in, or the session is gone: that asks the database
 * nothing. Only a process that waits for another's lease asks for it (every two seconds), because
 * nobody tells of a process that was killed.
 */
final class LeaseSession implements AutoCloseable {

  /** What is told is the name of a lease. */
  static final String TELL = "select pg_notify('tsunagu_lease', ?)";

  private static final int ANSWERS_WITHIN_SECONDS = 5;
  private static final long ASKED_EVERY_NANOS = Duration.ofMillis(500).toNanos();
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LOOK_WAITING = Duration.ofSeconds(2);

  private final DataSource pool;
  private final Map<String, Signal> signals = new HashMap<>();
  private final Set<String> held = new HashSet<>();
  private final Set<String> wanted = new HashSet<>();
  private final SteadyWork looks = SteadyWork.oneOfMany("leases", this::look);
  private @Nullable Connection connection;
  private boolean isLookedAt;
  private long answeredAt;
  private long term;

  LeaseSession(DataSource pool) {
    this.pool = pool;
  }

  /** Which signal is raised for whoever uses the lease of this name. */
  synchronized Lease lease(String name, Signal signal) {
    signals.put(name, signal);
    return new Lease(this, name);
  }

  synchronized boolean hold(String name) throws SQLException {
    Connection session = session();
    if (held.contains(name)) {
      return true;
    }
    if (wanted.add(name)) {
      takeWanted(session);
    }
    return held.contains(name);
  }

  synchronized void tell(String name) throws SQLException {
    run(session(), TELL, name);
  }

  synchronized long term() {
    return term;
  }

  synchronized void release(String name) throws SQLException {
    wanted.remove(name);
    Connection session = connection;
    if (session == null || !held.remove(name) || session.isClosed()) {
      return;
    }
    run(session, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
    if (held.isEmpty()) {
      connection = null;
      run(session, "unlisten *");
      session.close();
    }
  }

  private Connection session() throws SQLException {
    Connection current = connection;
    if (current != null && answers(current)) {
      return current;
    }
    lose();
    Connection fresh = pool.getConnection();
    connection = fresh;
    run(fresh, "listen tsunagu_lease");
    answeredAt = System.nanoTime();
    if (!isLookedAt) {
      isLookedAt = true;
      looks.start();
    }
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

  /** Whoever used a lease of it, or waits for one, is to ask again. */
  private void lose() throws SQLException {
    Connection lost = connection;
    if (lost != null) {
      connection = null;
      term++;
      List<String> before = new ArrayList<>(held);
      before.addAll(wanted);
      held.clear();
      wanted.clear();
      lost.close();
      before.forEach(this::raise);
    }
  }

  private synchronized Duration look() throws SQLException {
    Connection session = connection;
    if (session == null) {
      return LOOK;
    }
    try {
      for (PGNotification told : session.unwrap(PGConnection.class).getNotifications()) {
        if (held.contains(told.getParameter())) {
          raise(told.getParameter());
        }
      }
      takeWanted(session);
    } catch (SQLException _) {
      lose();
    }
    return wanted.isEmpty() ? LOOK : LOOK_WAITING;
  }

  private void takeWanted(Connection session) throws SQLException {
    for (String name : List.copyOf(wanted)) {
      if (run(session, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
        wanted.remove(name);
        held.add(name);
        raise(name);
      }
    }
  }

  private void raise(String name) {
    Signal signal = signals.get(name);
    if (signal != null) {
      signal.raise();
    }
  }

  /** Whether it gave true. */
  private static boolean run(Connection session, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = session.prepareStatement(sql)) {
      for (int index = 0; index < parameters.length; index++) {
        statement.setString(index + 1, parameters[index]);
      }
      if (!statement.execute()) {
        return false;
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.next() && "t".equals(result.getString(1));
      }
    }
  }

  @Override
  public void close() {
    looks.close();
  }
}
