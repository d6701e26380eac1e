/** What an operator sets for one scheduler process. */
@NullMarked
package jp.tsunagu.scheduler.configuration;

import org.jspecify.annotations.NullMarked;
