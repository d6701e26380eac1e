/** What the person at the console sees: progress, tables and closing words. */
@NullMarked
package jp.tsunagu.compose.console;

import org.jspecify.annotations.NullMarked;
