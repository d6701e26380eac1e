package jp.tsunagu.scheduler.paper;

import java.time.LocalDate;
import jp.tsunagu.contract.lifecycle.MonitoringPeriod;
import jp.tsunagu.scheduler.paper.ProgressLedgerPaper.LastMeeting;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is, and what is due next.
 *
 * @param lastMeeting none before the first one
 * @param monitoring none if no period is set
 * @param nextEvaluation until when the next evaluation is due; none if none is
 * @param reportsOutstanding reports of meetings (報告書) not filed yet
 */
public record CaseStanding(
    @Nullable LastMeeting lastMeeting,
    @Nullable MonitoringPeriod monitoring,
    @Nullable LocalDate nextEvaluation,
    ProgressStage stage,
    int reportsOutstanding) {}
