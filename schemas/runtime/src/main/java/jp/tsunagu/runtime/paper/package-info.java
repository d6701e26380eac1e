/**
 * Papers: fills an XHTML template ({@code PaperPage.fill}) and makes an A4 PDF of it ({@code
 * PaperPdf.of}). The library for PDF comes only with services that name it: {@code
 * openhtmltopdf-pdfbox} is an optional dependency of this module.
 */
@NullMarked
package jp.tsunagu.runtime.paper;

import org.jspecify.annotations.NullMarked;
