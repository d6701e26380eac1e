package jp.tsunagu.scheduler.paper.rendering;

import jp.tsunagu.runtime.paper.PaperPdf;
import jp.tsunagu.scheduler.paper.Paper;
import jp.tsunagu.scheduler.paper.PostListPaper;

/**
 * Papers as people read them. All functions are pure and may be called from any thread: the same
 * paper gives the same bytes, on every machine, in every time zone.
 */
public final class Papers {

  private Papers() {}

  /** A whole XHTML page (UTF-8) that a browser shows and prints on A4. */
  public static String html(Paper paper) {
    return HtmlPress.print(paper);
  }

  /**
   * An A4 PDF with its fonts in it, tagged for screen readers. Characters in neither font are shown
   * as 〓. Takes about a second of computing: call it where that is welcome.
   */
  public static byte[] pdf(Paper paper) {
    return PaperPdf.of(html(paper), paper.title(), paper.issuedAt());
  }

  /** One line per letter with a header, UTF-8 with byte order mark, so that Excel reads it. */
  public static byte[] csv(PostListPaper letters) {
    return PostListCsv.write(letters);
  }
}
