package jp.tsunagu.runtime.paper;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import jp.tsunagu.contract.calendar.TokyoTime;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes an A4 PDF of an XHTML page: fonts in it, nothing fetched, dates and id from the paper,
 * tagged for screen readers. The same page gives the same bytes on every machine and in every time
 * zone.
 */
public final class PaperPdf {

  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+09''00'''", Locale.ROOT)
          .withZone(TokyoTime.ZONE);
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  static {
    // Its log lines go past our logging and may quote what is being printed.
    XRLog.setLoggingEnabled(false);
  }

  private PaperPdf() {}

  /**
   * The PDF. Characters in neither font are shown as 〓. Takes about a second of computing: call it
   * where that is welcome.
   *
   * @param page XHTML, as {@link PaperPage} makes it
   * @param title what a reader's window says
   * @param issuedAt its date of creation
   */
  public static byte[] of(String page, String title, Instant issuedAt) {
    var bytes = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = builder(page, bytes).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      date(document, title, issuedAt, page.hashCode());
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException("a paper could not be made into PDF", failure);
    }
  }

  private static PdfRendererBuilder builder(String page, ByteArrayOutputStream bytes) {
    var builder = new PdfRendererBuilder();
    builder.useFont(font("BIZUDPGothic-Regular"), "BIZ UDPGothic", NORMAL, FontStyle.NORMAL, true);
    builder.useFont(font("BIZUDPGothic-Bold"), "BIZ UDPGothic", BOLD, FontStyle.NORMAL, true);
    builder.useFont(font("NotoSansJP-Regular"), "Noto Sans JP", NORMAL, FontStyle.NORMAL, true);
    builder.useReplacementText("〓");
    builder.useUriResolver((base, uri) -> null);
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Tsunagu");
    builder.withHtmlContent(page, null);
    builder.toStream(bytes);
    return builder;
  }

  private static FSSupplier<InputStream> font(String name) {
    return () -> resource("/site/fonts/" + name + ".ttf");
  }

  private static InputStream resource(String path) {
    return Objects.requireNonNull(PaperPdf.class.getResourceAsStream(path), path);
  }

  private static void date(PDDocument document, String title, Instant issuedAt, int fingerprint) {
    var information = document.getDocumentInformation();
    information.setTitle(title);
    information.getCOSObject().setString(COSName.CREATION_DATE, PDF_DATE.format(issuedAt));
    information.getCOSObject().setString(COSName.MOD_DATE, PDF_DATE.format(issuedAt));
    document.setDocumentId(31 * issuedAt.toEpochMilli() + fingerprint);
  }
}
