/** The PostgreSQL that the single-JVM run starts beside itself and stops with itself. */
@NullMarked
package jp.tsunagu.compose.database;

import org.jspecify.annotations.NullMarked;
