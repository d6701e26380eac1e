/** What is made with a secret. */
@NullMarked
package jp.tsunagu.runtime.secret;

import org.jspecify.annotations.NullMarked;
