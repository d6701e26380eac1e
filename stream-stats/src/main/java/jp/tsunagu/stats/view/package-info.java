/** Answers from the running stream: what is here, what other instances hold, or not ready yet. */
@NullMarked
package jp.tsunagu.stats.view;

import org.jspecify.annotations.NullMarked;
