/** What files may be handed in, and what is taken out of them before they are sealed. */
@NullMarked
package jp.tsunagu.connector.file;

import org.jspecify.annotations.NullMarked;
