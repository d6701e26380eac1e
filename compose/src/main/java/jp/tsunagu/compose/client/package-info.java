/** The HTTP interfaces as an agency's own system uses them. */
@NullMarked
package jp.tsunagu.compose.client;

import org.jspecify.annotations.NullMarked;
