/**
 * Business time: public holidays, office hours, fiscal years, Japanese dates and response
 * deadlines, all in Asia/Tokyo.
 */
@NullMarked
package jp.tsunagu.contract.calendar;

import org.jspecify.annotations.NullMarked;
