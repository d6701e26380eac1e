/** What the tests of the read side share: a sample network, households, and a running gateway. */
@NullMarked
package jp.tsunagu.gateway.testing;

import org.jspecify.annotations.NullMarked;
