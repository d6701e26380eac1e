/** Ids that two services must agree on: typed, so that a case is never taken for a referral. */
@NullMarked
package jp.tsunagu.contract.id;

import org.jspecify.annotations.NullMarked;
