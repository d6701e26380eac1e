/** A small measurement of the whole path beside the bare broker, in one run. */
@NullMarked
package jp.tsunagu.compose.bench;

import org.jspecify.annotations.NullMarked;
