package jp.tsunagu.scheduler.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.scheduler.meeting.Known;

/**
 * What the topology is built from.
 *
 * @param known what is known of ledger and directory at this moment
 * @param clock decides what is due
 * @param grace an agenda is built so long after its moment at the earliest
 * @param tick how often it is looked at what is due, in real time
 */
record SchedulerParts(
    NetworkId network,
    Topics topics,
    Codec codec,
    Supplier<Known> known,
    Clock clock,
    Duration grace,
    Duration tick,
    SchedulerMetrics metrics) {}
