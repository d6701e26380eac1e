/** What the connector's lists cost, for a person to run. */
@NullMarked
package jp.tsunagu.connector.bench;

import org.jspecify.annotations.NullMarked;
