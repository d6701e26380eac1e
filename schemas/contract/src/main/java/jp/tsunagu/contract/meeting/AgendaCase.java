package jp.tsunagu.contract.meeting;

import java.time.LocalDate;
import jp.tsunagu.contract.id.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What a case is called on an agenda, and when a meeting decided about it before.
 *
 * @param number 案件番号 as it is printed
 * @param decidedBefore the day (Asia/Tokyo) of the last decision before this agenda; none if there
 *     was none
 */
public record AgendaCase(CaseId caseId, String number, @Nullable LocalDate decidedBefore) {}
