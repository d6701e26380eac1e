/** Sealing and opening dossiers part by part, and the keys for it. */
@NullMarked
package jp.tsunagu.connector.dossier;

import org.jspecify.annotations.NullMarked;
