/** From the ledger to facts and figures with Kafka Streams; nothing here knows of Spring. */
@NullMarked
package jp.tsunagu.stats.stream;

import org.jspecify.annotations.NullMarked;
