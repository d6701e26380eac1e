package jp.tsunagu.compose.bench;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the generator must know; it is told on its standard input, because it holds passwords.
 *
 * @param connector base address
 * @param broker settings of a client that may do everything
 * @param today by the network's clock
 * @param queue where the queue in PostgreSQL is
 */
record Setup(
    String connector, Map<String, String> broker, LocalDate today, long seed, Database queue) {
  Setup {
    broker = Map.copyOf(broker);
  }

  /** A database and its role. */
  record Database(String url, String role, String password) {
    @Override
    public String toString() {
      return "Database[" + role + "]";
    }
  }

  @Override
  public String toString() {
    return "Setup[" + connector + "]";
  }
}
