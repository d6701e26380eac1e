package jp.tsunagu.connector.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.HostedAgency;
import jp.tsunagu.connector.backup.RecordsNote.Table;
import jp.tsunagu.connector.database.Migrations;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.postgresql.copy.CopyManager;
import org.postgresql.jdbc.PgConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of an agency's schema as files in a folder, one for each table, as they stood at one
 * moment, and back into a schema that does not exist yet. The master key is none of it: dossiers
 * and private keys stay encrypted under it.
 */
public final class AgencyBackup {

  private static final String NOTE = "records.json";

  private final DataSource database;
  private final AgencyId agency;
  private final String schema;

  /** What a restoration makes it under. */
  private final String unfinished;

  /** Of this agency, whose schema is in this database. */
  public AgencyBackup(DataSource database, AgencyId agency) {
    this.database = database;
    this.agency = agency;
    this.schema = HostedAgency.schemaOf(agency);
    this.unfinished = "restoring_" + schema;
  }

  /** Writes everything into this folder, which must be empty; its owner alone may read it. */
  public RecordsNote write(Path folder, Instant now) throws IOException, SQLException {
    OwnerOnly.folder(folder);
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      SchemaTables known = new SchemaTables(connection, schema);
      List<Table> tables = new ArrayList<>();
      for (String name : known.inOrder()) {
        tables.add(write(connection, name, known.columns(name), folder));
      }
      RecordsNote note =
          new RecordsNote(
              agency.value(),
              known.version(),
              now,
              tables,
              known.sequences(),
              known.byPartition("select kafka_partition, next_offset from %s.inbox_place"),
              known.byPartition(
                  "select sent_partition, max(sent_offset) + 1 from %s.outbox"
                      + " where sent_offset is not null group by sent_partition"));
      connection.rollback();
      OwnerOnly.write(folder.resolve(NOTE), JsonMapper.shared().writeValueAsBytes(note));
      return note;
    }
  }

  private Table write(Connection connection, String name, List<String> columns, Path folder)
      throws IOException, SQLException {
    MessageDigest digest = sha256();
    long rows;
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
            FileChannel.open(folder.resolve(name + ".rows"), fresh, OwnerOnly.file());
        OutputStream out =
            new DigestOutputStream(
                new BufferedOutputStream(Channels.newOutputStream(channel)), digest)) {
      rows =
          copies(connection)
              .copyOut("copy " + table(schema + "." + name, columns) + " to stdout", out);
      out.flush();
      channel.force(true);
    }
    return new Table(name, columns, rows, HexFormat.of().formatHex(digest.digest()));
  }

  private static String table(String name, List<String> columns) {
    return name + " (" + String.join(", ", columns) + ")";
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PgConnection.class).getCopyAPI();
  }

  /**
   * What this folder holds, every file as it was written.
   *
   * @throws UnusableBackup when it holds no whole backup of this agency
   */
  public static RecordsNote checked(Path folder, AgencyId agency) throws IOException {
    Path file = folder.resolve(NOTE);
    if (!Files.exists(file)) {
      throw new UnusableBackup(folder + " に " + NOTE + " がありません。途中で終わったバックアップです。");
    }
    RecordsNote note = JsonMapper.shared().readValue(Files.readAllBytes(file), RecordsNote.class);
    if (!note.agency().equals(agency.value())) {
      throw new UnusableBackup(folder + " は " + note.agency() + " のもので、" + agency + " のものではありません。");
    }
    for (Table table : note.tables()) {
      Path rows = folder.resolve(table.file());
      if (!Files.exists(rows) || !sha256(rows).equals(table.sha256())) {
        throw new UnusableBackup(rows + " がないか、書いたときと違います。");
      }
    }
    return note;
  }

  /**
   * Makes the schema as it was and brings it to the tables of this program: under another name,
   * which becomes its own in the transaction that notes that it was restored. So whoever starts on
   * it finds nothing of it or all of it, and then shows nothing before it has caught up; what broke
   * off is begun anew by the same call.
   *
   * @throws UnusableBackup when the folder holds no whole backup of this agency, or the schema is
   *     there already
   */
  public RecordsNote read(Path folder) throws IOException, SQLException {
    RecordsNote note = checked(folder, agency);
    begin();
    Migrations.ofAgency(database, unfinished, note.version());
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      SchemaTables known = new SchemaTables(connection, unfinished);
      for (Table table : note.tables()) {
        read(connection, table, folder);
      }
      known.goOnWith(note.sequences());
      connection.commit();
    }
    Migrations.ofAgency(database, unfinished);
    finish();
    return note;
  }

  /** What broke off before goes. */
  private void begin() throws IOException, SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (SchemaTables.exists(connection, schema)) {
        throw new UnusableBackup("データベースには " + agency + " の記録がもうあります。空のデータベースに戻してください。");
      }
      statement.execute("drop schema if exists " + unfinished + " cascade");
    }
  }

  private void finish() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "insert into " + unfinished + ".own_restoration (restored_at) values (now())");
      statement.execute("alter schema " + unfinished + " rename to " + schema);
      connection.commit();
    }
  }

  /** The tables' own triggers keep a running program from changing what was noted once. */
  private void read(Connection connection, Table table, Path folder)
      throws IOException, SQLException {
    String name = unfinished + "." + table.name();
    try (Statement statement = connection.createStatement();
        InputStream in =
            new BufferedInputStream(Files.newInputStream(folder.resolve(table.file())))) {
      statement.execute("alter table " + name + " disable trigger user");
      statement.execute("delete from " + name);
      long rows =
          copies(connection).copyIn("copy " + table(name, table.columns()) + " from stdin", in);
      statement.execute("alter table " + name + " enable trigger user");
      if (rows != table.rows()) {
        throw new UnusableBackup(
            table.file() + ": " + rows + " 行しかありません(" + table.rows() + " 行のはず)。");
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file);
        OutputStream nowhere = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(nowhere);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
