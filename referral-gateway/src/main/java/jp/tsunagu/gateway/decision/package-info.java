/**
 * The pure core of the gateway: what a command brings about in a case or why it is refused, what a
 * deadline brings about, and who learns of it.
 */
@NullMarked
package jp.tsunagu.gateway.decision;

import org.jspecify.annotations.NullMarked;
