/** What the gateway's pages cost, for a person to run. */
@NullMarked
package jp.tsunagu.gateway.bench;

import org.jspecify.annotations.NullMarked;
