/** Sealed dossiers as they travel: what is clear, what is ciphertext, and for whom. */
@NullMarked
package jp.tsunagu.contract.dossier;

import org.jspecify.annotations.NullMarked;
