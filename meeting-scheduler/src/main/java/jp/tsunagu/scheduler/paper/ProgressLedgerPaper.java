package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.tsunagu.contract.lifecycle.ConferenceKind;

/**
 * The progress of the desk's cases (進行管理台帳), printed for the 担当者会議.
 *
 * @param desk the name of the desk that keeps it
 * @param asOf the day it shows (Asia/Tokyo)
 * @param rows in the order they are printed
 */
public record ProgressLedgerPaper(String desk, LocalDate asOf, Instant issuedAt, List<Row> rows)
    implements Paper {

  public ProgressLedgerPaper {
    rows = List.copyOf(rows);
  }

  @Override
  public String title() {
    return "進行管理台帳";
  }

  /**
   * One case.
   *
   * @param caseId for systems; people read the number
   * @param leads names of the agencies that stay alongside (主担当)
   */
  public record Row(
      UUID caseId,
      CaseNumber caseNumber,
      List<Role> roles,
      List<String> leads,
      CaseStanding standing) {

    public Row {
      roles = List.copyOf(roles);
      leads = List.copyOf(leads);
    }
  }

  /**
   * What an agency does.
   *
   * @param agency its name
   * @param role the label of a role of the city's list
   */
  public record Role(String agency, String role) {}

  /** When the case was dealt with last, and in which kind of conference. */
  public record LastMeeting(LocalDate date, ConferenceKind conference) {}
}
