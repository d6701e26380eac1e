/** What an operator sets for one gateway process, and what is said where it cannot start. */
@NullMarked
package jp.tsunagu.gateway.configuration;

import org.jspecify.annotations.NullMarked;
