/** What is due in the network's meetings, and what becomes of each command: pure decisions. */
@NullMarked
package jp.tsunagu.scheduler.meeting;

import org.jspecify.annotations.NullMarked;
