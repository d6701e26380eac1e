/** Who is asking: the one place where a request's bearer token becomes a person or agency. */
@NullMarked
package jp.tsunagu.stats.caller;

import org.jspecify.annotations.NullMarked;
