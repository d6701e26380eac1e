/** Everything assembled: the whole network in one JVM. */
@NullMarked
package jp.tsunagu.compose;

import org.jspecify.annotations.NullMarked;
