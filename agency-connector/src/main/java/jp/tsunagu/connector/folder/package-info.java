/**
 * The folder exchange: sheets dropped by an agency's system, and news and receipts written for it.
 */
@NullMarked
package jp.tsunagu.connector.folder;

import org.jspecify.annotations.NullMarked;
