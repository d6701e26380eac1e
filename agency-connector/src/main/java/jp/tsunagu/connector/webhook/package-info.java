/**
 * Tells an agency's own system of news by HTTP: signed, in order per case, again until it is taken.
 */
@NullMarked
package jp.tsunagu.connector.webhook;

import org.jspecify.annotations.NullMarked;
