/** What tells who a person is, and whether a text holds it. */
@NullMarked
package jp.tsunagu.contract.person;

import org.jspecify.annotations.NullMarked;
