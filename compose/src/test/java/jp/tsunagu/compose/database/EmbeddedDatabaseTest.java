package jp.tsunagu.compose.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @Test
  void what_is_answered_as_committed_is_written_to_disk_and_there_in_the_next_run(
      @TempDir Path directory) throws Exception {
    var data = directory.resolve("postgresql");
    try (var database = EmbeddedDatabase.start(data)) {
      assertThat(one(database, "SHOW fsync")).isEqualTo("on");
      assertThat(one(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(one(database, "SHOW server_encoding")).isEqualTo("UTF8");
      run(database, "CREATE TABLE kept AS SELECT 'kept' AS word");
    }
    try (var database = EmbeddedDatabase.start(data)) {
      assertThat(one(database, "SELECT word FROM kept")).isEqualTo("kept");
    }
  }

  @Test
  void the_server_that_a_killed_run_left_behind_is_stopped(@TempDir Path directory)
      throws Exception {
    var data = directory.resolve("postgresql");
    var leftBehind = EmbeddedDatabase.start(data);
    assertThat(one(leftBehind, "SELECT 'here'")).isEqualTo("here");
    var pidFile = data.resolve("postmaster.pid");
    var process = Long.parseLong(Files.readAllLines(pidFile).getFirst());
    LeftoverPostmaster.stop(data);
    assertThat(ProcessHandle.of(process)).isEmpty();
    assertThat(pidFile).doesNotExist();
  }

  private static void run(EmbeddedDatabase database, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  private static String one(EmbeddedDatabase database, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        var prepared = connection.createStatement();
        var rows = prepared.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
