/** Refused starts: every fault of the settings at once, in Japanese, and no stack trace. */
@NullMarked
package jp.tsunagu.runtime.start;

import org.jspecify.annotations.NullMarked;
