/** The whole network in one process, used as agencies' systems use it. */
@NullMarked
package jp.tsunagu.compose.endtoend;

import org.jspecify.annotations.NullMarked;
