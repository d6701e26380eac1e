/** What is called how: every word a person reads for a code of the contract stands here once. */
@NullMarked
package jp.tsunagu.contract.wording;

import org.jspecify.annotations.NullMarked;
