/** The network's directory as every service follows it. */
@NullMarked
package jp.tsunagu.runtime.directory;

import org.jspecify.annotations.NullMarked;
