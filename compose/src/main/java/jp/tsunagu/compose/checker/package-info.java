/**
 * The one judge of every fault: guarantees as objects, fed with what clients tried and with what
 * was found afterwards. It knows no network, so that what it says can be tested by itself.
 */
@NullMarked
package jp.tsunagu.compose.checker;

import org.jspecify.annotations.NullMarked;
