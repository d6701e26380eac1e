/** Hands commands about meetings to the engine and waits for their answers. */
@NullMarked
package jp.tsunagu.scheduler.dispatch;

import org.jspecify.annotations.NullMarked;
