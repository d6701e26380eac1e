/** Reads the directory topic. */
@NullMarked
package jp.tsunagu.connector.directory.kafka;

import org.jspecify.annotations.NullMarked;
