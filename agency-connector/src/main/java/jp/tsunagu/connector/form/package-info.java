/** The forms (様式) of a case: what they ask, their versions, and who reads what of them. */
@NullMarked
package jp.tsunagu.connector.form;

import org.jspecify.annotations.NullMarked;
