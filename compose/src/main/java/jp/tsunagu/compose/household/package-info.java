/** Invented households and their つなぐシート, as JSON and as CSV. */
@NullMarked
package jp.tsunagu.compose.household;

import org.jspecify.annotations.NullMarked;
