package jp.tsunagu.gateway.decision;

import java.time.Instant;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a decision depends on besides the case and the command.
 *
 * @param actor who asks: the owner of the outbox the command stands in
 * @param now when the gateway decides; response deadlines count from here
 * @param directory who takes part, the settings and the office hours of the network
 * @param number what a case gets that is received now; none where those of the year are used up
 */
public record DecisionContext(
    AgencyId actor, Instant now, NetworkDirectory directory, @Nullable CaseNumber number) {}
