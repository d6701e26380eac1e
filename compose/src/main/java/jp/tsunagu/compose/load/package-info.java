/** What agencies' systems submit, for benchmark and faults. */
@NullMarked
package jp.tsunagu.compose.load;

import org.jspecify.annotations.NullMarked;
