/** Results for others: compact topics and metrics, small cells suppressed. */
@NullMarked
package jp.tsunagu.stats.publish;

import org.jspecify.annotations.NullMarked;
