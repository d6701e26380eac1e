/** What every service must do the same way; it knows no case. */
@NullMarked
package jp.tsunagu.runtime;

import org.jspecify.annotations.NullMarked;
