/** Forms as values: what a sheet, an answer or a command asks for, declared once. */
@NullMarked
package jp.tsunagu.contract.form;

import org.jspecify.annotations.NullMarked;
