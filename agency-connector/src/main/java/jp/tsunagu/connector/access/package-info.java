/** Who has read what of the dossiers, in the agency's own database: only ever added to. */
@NullMarked
package jp.tsunagu.connector.access;

import org.jspecify.annotations.NullMarked;
