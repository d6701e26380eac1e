/**
 * The Streams application: commands and the clock in, meeting events and wishes to the gateway out.
 */
@NullMarked
package jp.tsunagu.scheduler.engine;

import org.jspecify.annotations.NullMarked;
