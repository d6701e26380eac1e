package jp.tsunagu.compose.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.Utils;
import org.postgresql.util.PasswordUtil;

/** Roles and their databases; a password never stands in a statement, only what proves it. */
final class Roles {
  private Roles() {}

  static void admit(Connection administration, String role, String password) throws SQLException {
    var name = quoted(role);
    var proof = PasswordUtil.encodePassword(role, password.toCharArray(), "scram-sha-256");
    if (!isThere(administration, "select 1 from pg_roles where rolname = ?", role)) {
      run(administration, "create role " + name + " login");
    }
    run(administration, "alter role " + name + " password '" + proof + "'");
    if (!isThere(administration, "select 1 from pg_database where datname = ?", role)) {
      run(administration, "create database " + name + " owner " + name);
    }
    run(administration, "revoke connect on database " + name + " from public");
  }

  private static String quoted(String role) throws SQLException {
    return Utils.escapeIdentifier(null, role).toString();
  }

  private static boolean isThere(Connection connection, String question, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(question)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
