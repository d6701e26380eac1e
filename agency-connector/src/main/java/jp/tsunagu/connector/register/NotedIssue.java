package jp.tsunagu.connector.register;

import java.time.Instant;
import jp.tsunagu.contract.id.IssueId;
import org.jspecify.annotations.Nullable;

/**
 * What this agency noted of a 地域課題 for a household.
 *
 * @param stands whether it is counted
 * @param takenBackAt when it was taken back last; none where it never was
 */
public record NotedIssue(IssueId issueId, boolean stands, @Nullable Instant takenBackAt) {}
