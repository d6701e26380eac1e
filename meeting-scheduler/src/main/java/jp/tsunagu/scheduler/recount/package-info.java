/** The operator's command that makes every published agenda anew and compares. */
@NullMarked
package jp.tsunagu.scheduler.recount;

import org.jspecify.annotations.NullMarked;
