/**
 * What a network that was restored from a backup does not know any more, until a person decided.
 */
@NullMarked
package jp.tsunagu.connector.lost;

import org.jspecify.annotations.NullMarked;
