/** An agency's own side of the network: what it sends and what it receives. */
@NullMarked
package jp.tsunagu.connector;

import org.jspecify.annotations.NullMarked;
