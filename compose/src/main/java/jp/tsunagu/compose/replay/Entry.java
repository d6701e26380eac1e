package jp.tsunagu.compose.replay;

import jp.tsunagu.compose.household.Household;
import jp.tsunagu.contract.id.AgencyId;

/**
 * One consultation of the plan.
 *
 * @param number from 1
 * @param receivedBy the agency the household came to; the desk itself for some
 * @param receiver the agency the desk gives it to
 * @param other the agency that takes it where the receiver does not
 */
record Entry(
    int number,
    Household household,
    AgencyId receivedBy,
    AgencyId receiver,
    AgencyId other,
    Channel channel,
    Story story) {}
