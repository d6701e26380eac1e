/** The つなぐシート as data: read from JSON or CSV, checked, and taken apart into parts per person. */
@NullMarked
package jp.tsunagu.connector.sheet;

import org.jspecify.annotations.NullMarked;
