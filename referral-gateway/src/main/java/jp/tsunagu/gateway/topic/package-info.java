/** The network's topics on the brokers: created in their order, and looked at for ever. */
@NullMarked
package jp.tsunagu.gateway.topic;

import org.jspecify.annotations.NullMarked;
