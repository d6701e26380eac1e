/** What several tests of the scheduler share. */
@NullMarked
package jp.tsunagu.scheduler.testing;

import org.jspecify.annotations.NullMarked;
