/** What an agency wishes, kept durably until the network has answered. */
@NullMarked
package jp.tsunagu.connector.outbox;

import org.jspecify.annotations.NullMarked;
