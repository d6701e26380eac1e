/**
 * What the gateway puts into an agency's inbox beside events: answers to commands and sealed
 * dossiers.
 */
@NullMarked
package jp.tsunagu.contract.message;

import org.jspecify.annotations.NullMarked;
