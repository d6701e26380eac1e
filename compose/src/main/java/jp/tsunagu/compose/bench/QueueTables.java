package jp.tsunagu.compose.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Outbox and inbox of two agencies in one database, and the statements that move what waits there:
 * each takes up to 100 rows that nobody else has, and is a transaction of its own.
 */
record QueueTables(Setup.Database database) {
  private static final String MAKE =
      """
      drop schema if exists %1$s cascade;
      create schema %1$s;
      create table %1$s.outbox (
        id bigint generated always as identity primary key, number int not null, body bytea not null);
      create table %1$s.inbox (
        id bigint generated always as identity primary key, number int not null, body bytea not null,
        opened boolean not null default false);
      create index inbox_waiting on %1$s.inbox (id) where not opened;
      """;

  private static final String MOVE =
      """
      with taken as (
        delete from %1$s.outbox where id in (
          select id from %1$s.outbox order by id limit 100 for update skip locked)
        returning number, body)
      insert into %2$s.inbox (number, body) select number, body from taken returning number
      """;

  private static final String OPEN =
      """
      update %1$s.inbox set opened = true where id in (
        select id from %1$s.inbox where not opened order by id limit 100 for update skip locked)
      returning number
      """;

  private static final String OPEN_AND_CONFIRM =
      "with opened as ("
          + OPEN
          + """
          )
          insert into %1$s.outbox (number, body)
            select number, decode('00', 'hex') from opened returning number
          """;

  Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.role(), database.password());
  }

  /** Both agencies with empty tables. */
  void make() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      for (var agency : new String[] {"a", "b"}) {
        statement.execute(MAKE.formatted(agency));
      }
    }
  }

  static PreparedStatement submit(Connection connection) throws SQLException {
    return connection.prepareStatement("insert into a.outbox (number, body) values (?, ?)");
  }

  static PreparedStatement move(Connection connection, String from, String to) throws SQLException {
    return connection.prepareStatement(MOVE.formatted(from, to));
  }

  /** The receiver opens what came and writes its receipts, in one transaction. */
  static PreparedStatement openAndConfirm(Connection connection) throws SQLException {
    return connection.prepareStatement(OPEN_AND_CONFIRM.formatted("b"));
  }

  /** The sender takes the receipts in. */
  static PreparedStatement open(Connection connection) throws SQLException {
    return connection.prepareStatement(OPEN.formatted("a"));
  }
}
