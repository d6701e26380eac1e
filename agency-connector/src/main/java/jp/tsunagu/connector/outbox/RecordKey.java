package jp.tsunagu.connector.outbox;

import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * The record key of a row of the outbox: what it is about.
 *
 * @param caseId none where it is about no case
 */
record RecordKey(String text, @Nullable CaseId caseId) {

  static RecordKey of(CaseId caseId) {
    return new RecordKey(caseId.toString(), caseId);
  }

  static RecordKey of(AgencyId agency) {
    return new RecordKey(agency.value(), null);
  }

  static RecordKey of(RegisterCommand wish) {
    return new RecordKey(wish.subject(), null);
  }
}
