/** Notices on their way out: as papers, by mail, by post. */
@NullMarked
package jp.tsunagu.scheduler.delivery;

import org.jspecify.annotations.NullMarked;
