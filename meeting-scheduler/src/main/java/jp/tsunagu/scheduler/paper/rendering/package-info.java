/**
 * Makes XHTML and A4 PDF of papers: {@code Papers.html(paper)}, {@code Papers.pdf(paper)}, and a
 * CSV of a list of letters: {@code Papers.csv(postList)}.
 */
@NullMarked
package jp.tsunagu.scheduler.paper.rendering;

import org.jspecify.annotations.NullMarked;
