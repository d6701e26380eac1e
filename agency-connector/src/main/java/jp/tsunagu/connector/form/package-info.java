/**
 * Reads forms as people and systems fill them in, collecting every problem instead of the first.
 */
@NullMarked
package jp.tsunagu.connector.form;

import org.jspecify.annotations.NullMarked;
