package jp.tsunagu.runtime.testing;

import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How far to the right text reaches, in points. */
public final class RightEdge extends PDFTextStripper {

  private float rightmost;

  /** Nothing was read yet. */
  public RightEdge() {}

  @Override
  protected void processTextPosition(TextPosition text) {
    rightmost = Math.max(rightmost, text.getXDirAdj() + text.getWidthDirAdj());
    super.processTextPosition(text);
  }

  /** The rightmost, of all that was read so far. */
  public float rightmost() {
    return rightmost;
  }
}
