/** The stream: commands in, decisions out, exactly once; the stores it keeps and how it is run. */
@NullMarked
package jp.tsunagu.gateway.stream;

import org.jspecify.annotations.NullMarked;
