package jp.tsunagu.connector.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of the JVM; every test class gets a database of its own. */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestPostgres() {}

  private static EmbeddedPostgres start() {
    try {
      Path directory = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(directory.toFile())
              .setServerConfig("max_connections", "200")
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              .setServerConfig("pg_stat_statements.max", "20000")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no test database", e);
    }
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the test database does not stop", e);
    }
  }

  /** JDBC URL of a new, empty database. */
  public static String freshDatabase() {
    String name = "connector_" + DATABASES.incrementAndGet();
    try (var connection = SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("no fresh database", e);
    }
    return SERVER.getJdbcUrl("postgres", name);
  }

  /** How many statements with this (a regular expression) a database has executed so far. */
  public static long executed(JdbcClient database, String pattern) {
    database.sql("create extension if not exists pg_stat_statements schema public").update();
    return database
        .sql(
            """
            select coalesce(sum(calls), 0) from public.pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
              and query ~ :pattern
            """)
        .param("pattern", pattern)
        .query(Long.class)
        .single();
  }
}
