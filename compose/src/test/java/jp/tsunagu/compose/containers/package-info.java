/** Gateway and connectors against a broker and databases in containers, reached over TCP alone. */
@NullMarked
package jp.tsunagu.compose.containers;

import org.jspecify.annotations.NullMarked;
