/**
 * The one way to the broker: every client of every service is made here, from Boot's {@code
 * spring.kafka.*}.
 */
@NullMarked
package jp.tsunagu.runtime.broker;

import org.jspecify.annotations.NullMarked;
