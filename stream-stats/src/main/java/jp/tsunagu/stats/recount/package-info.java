/** The operator's commands: count every figure again and compare, or begin anew. */
@NullMarked
package jp.tsunagu.stats.recount;

import org.jspecify.annotations.NullMarked;
