package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import jp.tsunagu.contract.id.CaseNumber;

/** The 案件番号 of a row about a case: it stands with the case, whoever else tells of it. */
final class CaseNumberColumn {

  private CaseNumberColumn() {}

  /** To be selected beside the columns of this table, which has a {@code case_id}. */
  static String of(String table) {
    return ", (select known.case_number from supported_case known where known.case_id = "
        + table
        + ".case_id) as case_number";
  }

  static Optional<CaseNumber> read(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("case_number")).map(CaseNumber::new);
  }
}
