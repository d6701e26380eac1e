/**
 * How an agency's connector learns its way to the broker: one sealed file from the centre, taken in
 * once.
 */
@NullMarked
package jp.tsunagu.connector.enrolment;

import org.jspecify.annotations.NullMarked;
