/** How a record stands in what is written of it. Pure packages may say so; nothing else is here. */
@NullMarked
package jp.tsunagu.contract.written;

import org.jspecify.annotations.NullMarked;
