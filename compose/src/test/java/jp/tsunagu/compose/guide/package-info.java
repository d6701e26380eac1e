/** The guides against the pages they tell of. */
@NullMarked
package jp.tsunagu.compose.guide;

import org.jspecify.annotations.NullMarked;
