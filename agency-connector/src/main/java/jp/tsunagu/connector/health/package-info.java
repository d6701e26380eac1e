/** Whether a connector works, for people and monitoring: codes and counts, never cases. */
@NullMarked
package jp.tsunagu.connector.health;

import org.jspecify.annotations.NullMarked;
