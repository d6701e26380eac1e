package jp.tsunagu.connector.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.contract.dossier.Bytes;

/**
 * Where the chain of an agency begins and ends.
 *
 * @param cutNumber the last entry that was deleted; 0 where none was
 * @param cutHash its hash, which the next entry follows
 * @param endNumber the last entry there is
 * @param endHash its hash
 */
record Chain(long cutNumber, Bytes cutHash, long endNumber, Bytes endHash) {

  private static final String SELECT = "select * from access_chain";

  static Chain read(AgencyDatabase database) {
    return database.jdbc().sql(SELECT).query((row, _) -> chain(row)).single();
  }

  /** Until the transaction ends, nobody else adds to it. */
  static Chain locked(AgencyDatabase database) {
    return database.jdbc().sql(SELECT + " for update").query((row, _) -> chain(row)).single();
  }

  private static Chain chain(ResultSet row) throws SQLException {
    return new Chain(
        row.getLong("cut_number"),
        Bytes.copyOf(row.getBytes("cut_hash")),
        row.getLong("end_number"),
        Bytes.copyOf(row.getBytes("end_hash")));
  }

  static void endsWith(AgencyDatabase database, long number, Bytes hash) {
    database
        .jdbc()
        .sql("update access_chain set end_number = :number, end_hash = :hash")
        .param("number", number)
        .param("hash", hash.toByteArray())
        .update();
  }

  static void beginsAfter(AgencyDatabase database, long number, Bytes hash) {
    database
        .jdbc()
        .sql("update access_chain set cut_number = :number, cut_hash = :hash")
        .param("number", number)
        .param("hash", hash.toByteArray())
        .update();
  }
}
