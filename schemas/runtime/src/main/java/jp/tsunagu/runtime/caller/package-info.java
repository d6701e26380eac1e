/** Who is acting: the one place where a request becomes a caller, and where it is let in. */
@NullMarked
package jp.tsunagu.runtime.caller;

import org.jspecify.annotations.NullMarked;
