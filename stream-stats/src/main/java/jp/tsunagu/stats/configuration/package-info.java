/** What an operator sets for one statistics process. */
@NullMarked
package jp.tsunagu.stats.configuration;

import org.jspecify.annotations.NullMarked;
