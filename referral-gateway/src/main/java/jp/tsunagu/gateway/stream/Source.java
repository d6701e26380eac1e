package jp.tsunagu.gateway.stream;

import jp.tsunagu.contract.id.AgencyId;

/**
 * Where a command stands.
 *
 * @param sender the agency whose outbox it is; never a field of the command
 */
record Source(AgencyId sender, String topic, int partition, long offset) {}
