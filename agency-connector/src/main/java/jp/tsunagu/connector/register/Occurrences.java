package jp.tsunagu.connector.register;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.database.Columns;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.contract.directory.CommunityIssue;
import jp.tsunagu.contract.directory.RegisterCommand.ReportOccurrence;
import jp.tsunagu.contract.directory.RegisterCommand.TakeBackOccurrence;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.IssueId;
import jp.tsunagu.contract.id.OccurrenceId;
import jp.tsunagu.contract.id.UuidVersion7;
import org.springframework.stereotype.Component;

/**
 * For which households an agency noticed which 地域課題. It stands in the agency's own database alone:
 * the network learns that a gap was noticed once more, never in which case.
 */
@Component
public final class Occurrences {

  private final Databases databases;
  private final Outbox outbox;
  private final Clock clock;
  private final RandomGenerator random;

  Occurrences(Databases databases, Outbox outbox, Clock clock, RandomGenerator random) {
    this.databases = databases;
    this.outbox = outbox;
    this.clock = clock;
    this.random = random;
  }

  /** What becomes of a 地域課題 for the household of a case. */
  @FunctionalInterface
  public interface Noting {

    /** Notes it, or takes back that it was noted. */
    void note(AgencyId agency, IssueId issue, CaseId caseId);
  }

  /** What was noted for a household, taken back or not. */
  public List<NotedIssue> of(AgencyId agency, CaseId caseId) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select issue_id, bool_or(taken_back_at is null) as stands,
              max(taken_back_at) as taken_back_at
            from issue_occurrence where case_id = :case group by issue_id
            """)
        .param("case", caseId.value())
        .query(
            (row, _) ->
                new NotedIssue(
                    new IssueId(row.getObject("issue_id", UUID.class)),
                    row.getBoolean("stands"),
                    Columns.moment(row, "taken_back_at").orElse(null)))
        .list();
  }

  /** For how many households each was noticed by this agency. */
  public Map<IssueId, Integer> counts(AgencyId agency) {
    return databases
        .of(agency)
        .jdbc()
        .sql(
            """
            select issue_id, count(*) as households from issue_occurrence
            where taken_back_at is null group by issue_id
            """)
        .query(
            (row, _) ->
                Map.entry(
                    new IssueId(row.getObject("issue_id", UUID.class)), row.getInt("households")))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** It was noticed for this household; a second time says nothing new. */
  public void report(AgencyId agency, IssueId issue, CaseId caseId) {
    AgencyDatabase database = databases.of(agency);
    OccurrenceId fresh = new OccurrenceId(UUID.randomUUID());
    Instant now = now();
    database.runInTransaction(
        () -> {
          if (keep(database, fresh, issue, caseId, now)) {
            outbox.append(
                database,
                new ReportOccurrence(
                    new CommandId(UuidVersion7.at(now, random)), now, issue, fresh));
          }
        });
  }

  /** That was a mistake: it is counted no more; a second time changes nothing. */
  public void takeBack(AgencyId agency, IssueId issue, CaseId caseId) {
    AgencyDatabase database = databases.of(agency);
    Instant now = now();
    database.runInTransaction(
        () ->
            end(database, issue, caseId, now)
                .ifPresent(
                    occurrence ->
                        outbox.append(
                            database,
                            new TakeBackOccurrence(
                                new CommandId(UuidVersion7.at(now, random)),
                                now,
                                issue,
                                occurrence))));
  }

  private static Optional<OccurrenceId> end(
      AgencyDatabase database, IssueId issue, CaseId caseId, Instant now) {
    return database
        .jdbc()
        .sql(
            """
            update issue_occurrence set taken_back_at = :now
            where issue_id = :issue and case_id = :case and taken_back_at is null
            returning occurrence_id
            """)
        .param("now", Columns.at(now))
        .param("issue", issue.value())
        .param("case", caseId.value())
        .query((row, _) -> new OccurrenceId(row.getObject("occurrence_id", UUID.class)))
        .optional();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The 地域課題 that is entered was noticed for this household. */
  public Wished<CommunityIssue> report(
      AgencyId agency, Wished<CommunityIssue> entered, CaseId caseId) {
    switch (entered) {
      case Wished.Done<CommunityIssue>(CommunityIssue issue) ->
          report(agency, issue.issueId(), caseId);
      case Wished.Sent<CommunityIssue>(UUID about) -> report(agency, new IssueId(about), caseId);
      case Wished.Refused<CommunityIssue> _ -> {}
    }
    return entered;
  }

  private static boolean keep(
      AgencyDatabase database, OccurrenceId fresh, IssueId issue, CaseId caseId, Instant now) {
    return database
            .jdbc()
            .sql(
                """
                insert into issue_occurrence (occurrence_id, issue_id, case_id, noticed_at)
                values (:occurrence, :issue, :case, :now)
                on conflict do nothing
                """)
            .param("occurrence", fresh.value())
            .param("issue", issue.value())
            .param("case", caseId.value())
            .param("now", Columns.at(now))
            .update()
        > 0;
  }
}
