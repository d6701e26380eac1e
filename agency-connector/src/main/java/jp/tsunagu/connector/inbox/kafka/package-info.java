/** Reads the agency's inbox topic with the offset kept beside the rows. */
@NullMarked
package jp.tsunagu.connector.inbox.kafka;

import org.jspecify.annotations.NullMarked;
