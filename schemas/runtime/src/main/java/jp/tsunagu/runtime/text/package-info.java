/** Text on its way to programs that spoil or misread it: spreadsheets and old character sets. */
@NullMarked
package jp.tsunagu.runtime.text;

import org.jspecify.annotations.NullMarked;
