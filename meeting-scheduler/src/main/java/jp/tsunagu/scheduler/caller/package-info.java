/** Who is acting: the one place where a request's bearer token becomes a person or agency. */
@NullMarked
package jp.tsunagu.scheduler.caller;

import org.jspecify.annotations.NullMarked;
