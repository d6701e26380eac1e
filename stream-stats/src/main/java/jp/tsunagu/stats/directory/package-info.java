/** The city's settings as the gateway published them, and the rules that follow from them. */
@NullMarked
package jp.tsunagu.stats.directory;

import org.jspecify.annotations.NullMarked;
