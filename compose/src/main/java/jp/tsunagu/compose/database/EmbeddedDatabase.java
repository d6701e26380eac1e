package jp.tsunagu.compose.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import jp.tsunagu.compose.disk.FolderTree;
import jp.tsunagu.runtime.file.OwnerOnly;

/**
 * A real PostgreSQL server, started as a child of this process on 127.0.0.1, whose data stays in
 * its directory from run to run.
 *
 * <p>It trusts nobody: every connection proves that it knows its role's password (SCRAM-SHA-256),
 * the administrator's too, from the first moment of the first start on. What it answered as
 * committed is on disk: {@code fsync} and {@code synchronous_commit} are on.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ADMINISTRATOR = "postgres";

  /** Stands in the data directory once it was prepared as a whole. */
  private static final String PREPARED = "tsunagu.prepared";

  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedDatabase(EmbeddedPostgres server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Where a server keeps what.
   *
   * @param data created if it does not exist; the caller holds a lock that no other live process
   *     uses it
   * @param programs where its program files are unpacked
   */
  public record Place(Path data, Path programs) {}

  /**
   * Starts a server and waits until it answers; one that a killed run left on the same data is
   * stopped first.
   *
   * @param password the administrator's, the same at every start on this data
   */
  public static EmbeddedDatabase start(Place place, String password) {
    return start(place, password, Map.of());
  }

  /** The same with settings of PostgreSQL's own over the usual ones. */
  public static EmbeddedDatabase start(Place place, String password, Map<String, String> further) {
    var data = place.data().toAbsolutePath();
    LeftoverPostmaster.stop(data);
    var programs = new Programs(place.programs().toAbsolutePath());
    try {
      programs.check();
      OwnerOnly.folder(Objects.requireNonNull(data.getParent()));
      if (!Files.exists(data.resolve(PREPARED))) {
        new FolderTree(data).delete();
      }
      var server = server(data, programs, password, further);
      programs.note();
      return new EmbeddedDatabase(server, password);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot start a database on " + data, exception);
    }
  }

  /** Stops the server that a killed run left on this data, if there is one. */
  public static void stopLeftover(Path dataDirectory) {
    LeftoverPostmaster.stop(dataDirectory);
  }

  private static EmbeddedPostgres server(
      Path data, Programs programs, String password, Map<String, String> further)
      throws IOException {
    var passwordFile = data.resolveSibling(data.getFileName() + ".password");
    OwnerOnly.write(passwordFile, password.getBytes(StandardCharsets.UTF_8));
    try {
      var builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setDataDirectoryCustomizer(_ -> prepared(data))
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPgBinaryResolver(programs)
              .setOverrideWorkingDirectory(programs.folder().toFile())
              .setPGStartupWait(PATIENCE)
              .setConnectConfig("password", password)
              .setServerConfig("password_encryption", "scram-sha-256")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "''")
              .setServerConfig("max_connections", "200")
              // given to initdb as they stand, after its own wish to trust everybody
              .setLocaleConfig("locale", "C")
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", passwordFile.toString());
      further.forEach(builder::setServerConfig);
      return builder.start();
    } finally {
      Files.delete(passwordFile);
    }
  }

  /** Called between preparing the directory and the server's start. */
  private static void prepared(Path data) {
    try {
      OwnerOnly.write(data.resolve(PREPARED), new byte[0]);
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write to " + data, exception);
    }
  }

  /** Where the database of this name is. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
  }

  /**
   * Makes a role that may log in and a database of the same name that is its own, which nobody else
   * may enter; a role that is there gets this password.
   */
  public void admit(String role, String rolesPassword) {
    try (var connection = administration()) {
      Roles.admit(connection, role, rolesPassword);
    } catch (SQLException exception) {
      throw new IllegalStateException("no database for " + role, exception);
    }
  }

  /** A connection of the administrator. */
  public Connection administration() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(ADMINISTRATOR), ADMINISTRATOR, password);
  }

  /** Stops the server; open connections are ended, open transactions rolled back. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot stop the database", exception);
    }
  }
}
