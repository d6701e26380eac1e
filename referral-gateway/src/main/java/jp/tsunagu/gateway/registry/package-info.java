/**
 * The read-only part of the Schema Registry interface, so that any Kafka tool can decode the
 * topics.
 */
@NullMarked
package jp.tsunagu.gateway.registry;

import org.jspecify.annotations.NullMarked;
