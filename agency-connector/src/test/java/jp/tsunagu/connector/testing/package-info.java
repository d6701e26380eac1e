/** A network and a database for the connector's tests: real broker, real PostgreSQL. */
@NullMarked
package jp.tsunagu.connector.testing;

import org.jspecify.annotations.NullMarked;
