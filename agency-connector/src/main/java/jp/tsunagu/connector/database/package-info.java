/** One schema per hosted agency: where its record of what it sent and received is kept. */
@NullMarked
package jp.tsunagu.connector.database;

import org.jspecify.annotations.NullMarked;
