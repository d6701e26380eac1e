package jp.tsunagu.scheduler.paper.rendering;

import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How far to the right text reaches, in points. */
final class RightEdge extends PDFTextStripper {

  private float rightmost;

  @Override
  protected void processTextPosition(TextPosition text) {
    rightmost = Math.max(rightmost, text.getXDirAdj() + text.getWidthDirAdj());
    super.processTextPosition(text);
  }

  float rightmost() {
    return rightmost;
  }
}
