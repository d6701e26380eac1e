package jp.tsunagu.gateway.decision;

import java.time.Instant;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on besides the case and the command.
 *
 * @param actor who asks: the owner of the outbox the command stands in
 * @param now when the gateway decides; response deadlines count from here
 * @param directory who takes part, and the settings of the network
 * @param calendar the offices' open days and hours, Asia/Tokyo
 * @param number what a case gets that is received now; none where those of the year are used up
 */
public record DecisionContext(
    AgencyId actor,
    Instant now,
    NetworkDirectory directory,
    OfficeCalendar calendar,
    @Nullable CaseNumber number) {}
