/** Sends what the outbox holds to the agency's outbox topic, in order per case. */
@NullMarked
package jp.tsunagu.connector.outbox.kafka;

import org.jspecify.annotations.NullMarked;
