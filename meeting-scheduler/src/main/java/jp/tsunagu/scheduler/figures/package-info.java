/**
 * Yearly figures of meetings from facts: {@code MeetingFigures.of(FiscalYear, Collection<HeldItem>,
 * ParticipantRules)}; meetings held (定例/臨時), cases 実/延べ, participating agencies by field.
 */
@NullMarked
package jp.tsunagu.scheduler.figures;

import org.jspecify.annotations.NullMarked;
