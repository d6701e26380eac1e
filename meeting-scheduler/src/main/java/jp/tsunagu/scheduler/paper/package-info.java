/**
 * What a meeting puts on paper: agenda (次第), notice (開催通知), progress ledger (進行管理台帳), attendance
 * sheet (出席簿) and list of letters to post (郵送先一覧), as plain values.
 *
 * <p>A paper has no field for a household's name, age, address or troubles, and its case numbers
 * hold no Japanese text; names are those of agencies, bodies and rooms, as the city's configuration
 * writes them. {@link jp.tsunagu.scheduler.paper.rendering.Papers} makes HTML and PDF of them.
 */
@NullMarked
package jp.tsunagu.scheduler.paper;

import org.jspecify.annotations.NullMarked;
