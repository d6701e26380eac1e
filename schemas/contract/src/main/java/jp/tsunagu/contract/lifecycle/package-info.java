/**
 * The life of a case and its referrals: commands, events, and the pure fold of events to a state
 * that all sides share.
 */
@NullMarked
package jp.tsunagu.contract.lifecycle;

import org.jspecify.annotations.NullMarked;
