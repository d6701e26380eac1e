/** What must never be printed: names, texts, secrets. */
@NullMarked
package jp.tsunagu.connector.sensitive;

import org.jspecify.annotations.NullMarked;
