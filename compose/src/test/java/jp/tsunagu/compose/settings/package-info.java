/** What an operator can set, read from the code and written into each service's README. */
@NullMarked
package jp.tsunagu.compose.settings;

import org.jspecify.annotations.NullMarked;
