/** What is done with folders as a whole. */
@NullMarked
package jp.tsunagu.compose.disk;

import org.jspecify.annotations.NullMarked;
