/** What the gateway publishes of network.yaml in the network's directory topic. */
@NullMarked
package jp.tsunagu.gateway.directory;

import org.jspecify.annotations.NullMarked;
