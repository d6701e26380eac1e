package jp.tsunagu.runtime.testing;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads PDF back. */
public final class PdfReading {

  private PdfReading() {}

  /** The text of each page, without spaces and line breaks. */
  public static List<String> pages(byte[] pdf) throws IOException {
    return with(
        pdf,
        document ->
            IntStream.rangeClosed(1, document.getNumberOfPages())
                .mapToObj(page -> page(document, page))
                .toList());
  }

  /** All text, without spaces and line breaks. */
  public static String text(byte[] pdf) throws IOException {
    return String.join("", pages(pdf));
  }

  /** What is asked of the document. */
  public static <T> T with(byte[] pdf, Function<PDDocument, T> reading) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return reading.apply(document);
    }
  }

  private static String page(PDDocument document, int number) {
    try {
      var stripper = new PDFTextStripper();
      stripper.setStartPage(number);
      stripper.setEndPage(number);
      return stripper.getText(document).replaceAll("\\s+", "");
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
