/**
 * What each case adds to each figure: counts and durations by period and dimension, pure. A figure
 * is the sum over all cases, so that a correction moves what it must and nothing else.
 */
@NullMarked
package jp.tsunagu.stats.figure;

import org.jspecify.annotations.NullMarked;
