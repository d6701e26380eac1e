/** The network's directory topic: what the gateway publishes there, and the snapshot read back. */
@NullMarked
package jp.tsunagu.gateway.directory;

import org.jspecify.annotations.NullMarked;
