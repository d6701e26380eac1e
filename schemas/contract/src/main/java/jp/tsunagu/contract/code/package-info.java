/** Codes with a label: what every closed or growing list of the contract consists of. */
@NullMarked
package jp.tsunagu.contract.code;

import org.jspecify.annotations.NullMarked;
