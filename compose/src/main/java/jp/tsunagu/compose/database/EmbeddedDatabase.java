package jp.tsunagu.compose.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A real PostgreSQL server, started as a child of this process on 127.0.0.1, whose data stays in
 * its directory from run to run.
 *
 * <p>What it answered as committed is on disk: {@code fsync} and {@code synchronous_commit} are on.
 * Its program files are unpacked once per user, to the folder for temporary files.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final EmbeddedPostgres server;

  private EmbeddedDatabase(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server and waits until it answers; one that a killed run left on the same data is
   * stopped first.
   *
   * @param dataDirectory created if it does not exist; the caller holds a lock that no other live
   *     process uses it
   */
  public static EmbeddedDatabase start(Path dataDirectory) {
    LeftoverPostmaster.stop(dataDirectory);
    try {
      Files.createDirectories(dataDirectory.toAbsolutePath().getParent());
      return new EmbeddedDatabase(server(dataDirectory.toAbsolutePath()));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot start a database on " + dataDirectory, exception);
    }
  }

  /** Stops the server that a killed run left on this data, if there is one. */
  public static void stopLeftover(Path dataDirectory) {
    LeftoverPostmaster.stop(dataDirectory);
  }

  private static EmbeddedPostgres server(Path dataDirectory) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(dataDirectory)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(programFiles().toFile())
        .setPGStartupWait(PATIENCE)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("max_connections", "200")
        .setLocaleConfig("locale", "C")
        .start();
  }

  private static Path programFiles() {
    var temporary = Objects.requireNonNull(System.getProperty("java.io.tmpdir"));
    return Path.of(temporary, "tsunagu-postgresql-" + System.getProperty("user.name"));
  }

  /** Where services connect; the user needs no password from this machine. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
  }

  /** The database user of {@link #jdbcUrl()}. */
  public String user() {
    return "postgres";
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
