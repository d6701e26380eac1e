/** An agency's window: the pages with which its people read, write and answer. */
@NullMarked
package jp.tsunagu.connector.page;

import org.jspecify.annotations.NullMarked;
