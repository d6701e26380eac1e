/** Papers of an agency: the つなぐシート on A4, as it may be read, and the form of a consent. */
@NullMarked
package jp.tsunagu.connector.paper;

import org.jspecify.annotations.NullMarked;
