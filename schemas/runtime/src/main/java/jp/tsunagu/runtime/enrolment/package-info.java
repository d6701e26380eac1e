/**
 * What the centre of a network writes and an agency's connector takes in: the way to the brokers
 * and a login, sealed, for a time.
 */
@NullMarked
package jp.tsunagu.runtime.enrolment;

import org.jspecify.annotations.NullMarked;
