package jp.tsunagu.compose.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.tsunagu.compose.database.EmbeddedDatabase.Place;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedDatabaseTest {
  private static final String PASSWORD = "secret-of-the-administrator";

  @TempDir private Path directory;

  @Test
  void what_is_answered_as_committed_is_on_disk_and_only_who_knows_a_password_sees_it()
      throws Exception {
    try (var database = start()) {
      assertThat(one(database, "SHOW fsync")).isEqualTo("on");
      assertThat(one(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(one(database, "SHOW server_encoding")).isEqualTo("UTF8");
      run(database, "CREATE TABLE kept AS SELECT 'kept' AS word");
      nobodyGetsInWithoutAPassword(database);
      eachRoleHasItsOwnDatabase(database);
    }
    damage();
    try (var database = start()) {
      assertThat(one(database, "SELECT word FROM kept")).isEqualTo("kept");
      nobodyGetsInWithoutAPassword(database);
    }
    assertThat(directory.resolve("programs")).isDirectoryRecursivelyContaining("glob:**/bin/*");
  }

  private static void nobodyGetsInWithoutAPassword(EmbeddedDatabase database) {
    for (var password : new String[] {"", "wrong"}) {
      for (var user : new String[] {"postgres", "agency-one"}) {
        assertThatThrownBy(() -> connection(database, "postgres", user, password).close())
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
    }
  }

  private static void eachRoleHasItsOwnDatabase(EmbeddedDatabase database) throws SQLException {
    database.admit("agency-one", "before");
    database.admit("agency-one", "one");
    database.admit("agency-two", "two");
    try (var own = connection(database, "agency-one", "agency-one", "one");
        var statement = own.createStatement()) {
      statement.execute("create schema agency_one");
      assertThatThrownBy(() -> statement.execute("copy (select 1) to program 'true'"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("select pg_read_file('/etc/hostname')"))
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> connection(database, "agency-two", "agency-one", "one").close())
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> connection(database, "agency-one", "agency-one", "before").close())
        .hasMessageContaining("password");
  }

  /** A program file that is not what was unpacked. */
  private void damage() throws Exception {
    try (var files = Files.walk(directory.resolve("programs"))) {
      Files.writeString(
          files.filter(file -> file.endsWith("bin/initdb")).findFirst().orElseThrow(), "damaged");
    }
  }

  @Test
  void the_server_that_a_killed_run_left_behind_is_stopped() throws Exception {
    var data = directory.resolve("postgresql");
    var leftBehind = start();
    assertThat(one(leftBehind, "SELECT 'here'")).isEqualTo("here");
    var pidFile = data.resolve("postmaster.pid");
    var process = Long.parseLong(Files.readAllLines(pidFile).getFirst());
    LeftoverPostmaster.stop(data);
    assertThat(ProcessHandle.of(process)).isEmpty();
    assertThat(pidFile).doesNotExist();
  }

  private EmbeddedDatabase start() {
    return EmbeddedDatabase.start(
        new Place(directory.resolve("postgresql"), directory.resolve("programs")), PASSWORD);
  }

  private static Connection connection(
      EmbeddedDatabase database, String name, String user, String password) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(name), user, password);
  }

  private static void run(EmbeddedDatabase database, String statement) throws SQLException {
    try (var connection = database.administration();
        var prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }

  private static String one(EmbeddedDatabase database, String query) throws SQLException {
    try (var connection = database.administration();
        var prepared = connection.createStatement();
        var rows = prepared.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
