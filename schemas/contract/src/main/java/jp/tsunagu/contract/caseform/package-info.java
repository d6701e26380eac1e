/** The forms (様式) of a case, declared once, and what a city changes of them. */
@NullMarked
package jp.tsunagu.contract.caseform;

import org.jspecify.annotations.NullMarked;
