/** What the network tells an agency, taken in exactly once. */
@NullMarked
package jp.tsunagu.connector.inbox;

import org.jspecify.annotations.NullMarked;
