/**
 * What the connector tells an agency's own system, as JSON: inbox items, referrals, cases,
 * outcomes.
 */
@NullMarked
package jp.tsunagu.connector.view;

import org.jspecify.annotations.NullMarked;
