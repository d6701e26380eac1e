/**
 * What cannot be read stops only its own key: it is put aside with bytes, place and reason, later
 * records of the key wait behind it in order, and a person tries again or passes it.
 */
@NullMarked
package jp.tsunagu.runtime.aside;

import org.jspecify.annotations.NullMarked;
