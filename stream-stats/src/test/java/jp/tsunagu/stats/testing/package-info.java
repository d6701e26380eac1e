/** Cases told in a few words, for tests. */
@NullMarked
package jp.tsunagu.stats.testing;

import org.jspecify.annotations.NullMarked;
