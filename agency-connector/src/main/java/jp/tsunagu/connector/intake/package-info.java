/** Turns forms into commands for the outbox, the same way for REST and folders. */
@NullMarked
package jp.tsunagu.connector.intake;

import org.jspecify.annotations.NullMarked;
