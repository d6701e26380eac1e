/** The one digest that everything in the network is told apart by. */
@NullMarked
package jp.tsunagu.contract.digest;

import org.jspecify.annotations.NullMarked;
