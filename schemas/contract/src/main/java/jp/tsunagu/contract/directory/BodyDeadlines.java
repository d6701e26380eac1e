package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.directory.DirectoryRecord.Closing;
import org.jspecify.annotations.Nullable;

/**
 * By when what is due around a meeting of a body.
 *
 * @param closing until when a request is in time; none means until the agenda is published
 * @param publishDaysBefore calendar days before the meeting at which agenda and notices go out;
 *     none means at closing
 * @param reportDueDays calendar days after a meeting until the report is due; none if no report is
 *     asked for
 * @param reminderDaysBefore calendar days before the meeting at which invited agencies are
 *     reminded; none means never
 */
public record BodyDeadlines(
    @Nullable Closing closing,
    @Nullable Integer publishDaysBefore,
    @Nullable Integer reportDueDays,
    @Nullable Integer reminderDaysBefore) {}
