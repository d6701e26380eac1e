package jp.tsunagu.connector.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;

/** What stands alike in the table of questions about days and in that of notices. */
final class AskedItemColumns {
  private AskedItemColumns() {}

  static AskedItem read(ResultSet row) throws SQLException {
    return new AskedItem(
        new MeetingRequestId(row.getObject("request_id", UUID.class)),
        new MeetingId(row.getString("meeting_id")),
        new CaseId(row.getObject("case_id", UUID.class)),
        CaseNumberColumn.read(row),
        ConferenceKind.valueOf(row.getString("conference")),
        MeetingPurpose.valueOf(row.getString("purpose")),
        new AgencyId(row.getString("organiser")));
  }
}
