/** What is wrong with a request or a file, as values a person can act on (RFC 9457). */
@NullMarked
package jp.tsunagu.connector.problem;

import org.jspecify.annotations.NullMarked;
