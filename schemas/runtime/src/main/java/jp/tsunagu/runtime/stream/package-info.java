/**
 * Connections that are told what happens as long as they are open (SSE), the same way everywhere.
 */
@NullMarked
package jp.tsunagu.runtime.stream;

import org.jspecify.annotations.NullMarked;
