/** Refusals over HTTP (RFC 9457): one shape, one page, also for what fails before our own code. */
@NullMarked
package jp.tsunagu.runtime.problem;

import org.jspecify.annotations.NullMarked;
