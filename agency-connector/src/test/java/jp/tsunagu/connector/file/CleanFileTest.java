package jp.tsunagu.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.contract.testing.SampleFiles;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanFileTest {

  private static final String WORD = "Uraniwa-Canary";

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 8})
  void a_photograph_keeps_its_picture_and_how_it_is_turned_and_nothing_of_who_and_where(int turned)
      throws IOException {
    byte[] taken = SampleFiles.jpeg(60, turned, WORD);
    assertThat(text(taken)).as("the sample has it").contains(WORD);

    byte[] clean = clean(taken, FileType.JPEG);

    assertThat(text(clean)).doesNotContain(WORD, "adobe", "Photoshop");
    assertThat(pixels(clean)).isEqualTo(pixels(taken));
    assertThat(text(clean).contains("Exif\0\0MM")).isEqualTo(turned != 1);
    if (turned != 1) {
      int at = text(clean).indexOf("MM");
      assertThat((int) clean[at + 19]).as("orientation").isEqualTo(turned);
    }
    assertThat(clean(clean, FileType.JPEG)).as("cleaned twice").isEqualTo(clean);
  }

  @Test
  void a_drawing_keeps_its_picture_and_no_text() throws IOException {
    byte[] drawn = SampleFiles.png(40, WORD);
    assertThat(text(drawn)).contains(WORD, "tEXt", "iTXt", "eXIf");

    byte[] clean = clean(drawn, FileType.PNG);

    assertThat(text(clean)).doesNotContain(WORD, "tEXt", "iTXt", "eXIf");
    assertThat(pixels(clean)).isEqualTo(pixels(drawn));
  }

  @Test
  void a_document_keeps_its_pages_and_loses_author_metadata_scripts_and_where_a_photo_was_taken()
      throws IOException {
    byte[] written = pdf();
    assertThat(holds(written, WORD)).as("the sample has it").isTrue();

    byte[] clean = clean(written, FileType.PDF);

    assertThat(holds(clean, WORD)).isFalse();
    try (PDDocument document = Loader.loadPDF(clean)) {
      assertThat(document.getDocumentInformation().getAuthor()).isNull();
      assertThat(document.getDocumentCatalog().getMetadata()).isNull();
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(new PDFTextStripper().getText(document)).contains("visible words");
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
  }

  @Test
  void a_document_hides_nothing_where_another_program_would_have_written_it() throws IOException {
    byte[] written = byAnotherProgram();
    assertThat(holds(written, WORD)).as("the sample has it").isTrue();

    byte[] clean = clean(written, FileType.PDF);

    assertThat(holds(clean, WORD)).isFalse();
    try (PDDocument document = Loader.loadPDF(clean)) {
      PDPage page = document.getPage(0);
      assertThat(page.getAnnotations())
          .singleElement()
          .returns("a remark", PDAnnotation::getContents);
      COSName name = page.getResources().getXObjectNames().iterator().next();
      assertThat(((PDImageXObject) page.getResources().getXObject(name)).getImage().getWidth())
          .isEqualTo(50);
    }
  }

  /** A photograph under two filters, and a note that stands in the list of notes itself. */
  private static byte[] byAnotherProgram() throws IOException {
    byte[] photograph = SampleFiles.jpeg(50, 1, WORD);
    ByteArrayOutputStream hex = new ByteArrayOutputStream();
    hex.writeBytes(HexFormat.of().formatHex(photograph).getBytes(StandardCharsets.US_ASCII));
    hex.write('>');
    String note = "<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/T(%s)/Contents(a remark)>>";
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        """
        %%PDF-1.7
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Annots[%s]/Resources<</XObject<</P 4 0 R>>>>>> endobj
        4 0 obj <</Type/XObject/Subtype/Image/Width 50/Height 50/BitsPerComponent 8/ColorSpace/DeviceRGB
        /Filter[/ASCIIHexDecode/DCTDecode]/DecodeParms[null null]/Length %d>>
        stream
        """
            .formatted(note.formatted(WORD), hex.size())
            .getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(hex.toByteArray());
    pdf.writeBytes(
        """

        endstream endobj
        trailer <</Root 1 0 R/Size 5>>
        %%EOF
        """
            .getBytes(StandardCharsets.US_ASCII));
    return pdf.toByteArray();
  }

  @Test
  void the_kind_of_a_file_is_told_by_its_content_and_by_nothing_else() {
    assertThat(fault("<html><script>x</script></html>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FileFault.KIND_NOT_TAKEN);
    assertThat(fault("GIF89a".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FileFault.KIND_NOT_TAKEN);
    assertThat(fault("MZ\u0090 %PDF-1.7".getBytes(StandardCharsets.ISO_8859_1)))
        .as("a program with the beginning of a PDF inside")
        .isEqualTo(FileFault.KIND_NOT_TAKEN);
    assertThat(fault("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FileFault.BROKEN);
  }

  @Test
  void what_hangs_behind_a_picture_does_not_travel() {
    byte[] picture = SampleFiles.jpeg(20, 1, WORD);
    byte[] hidden = Arrays.copyOf(picture, picture.length + 5000);
    Arrays.fill(hidden, picture.length, hidden.length, (byte) 'Z');
    assertThat(clean(hidden, FileType.JPEG)).isEqualTo(clean(picture, FileType.JPEG));
  }

  @Test
  void a_file_that_is_cut_off_is_refused_wherever_it_was_cut() {
    byte[] picture = clean(SampleFiles.jpeg(16, 1, WORD), FileType.JPEG);
    for (int length = 3; length < picture.length; length++) {
      assertThat(fault(Arrays.copyOf(picture, length)))
          .as("at %d", length)
          .isEqualTo(FileFault.BROKEN);
    }
    byte[] drawing = clean(SampleFiles.png(8, WORD), FileType.PNG);
    for (int length = 8; length < drawing.length; length++) {
      assertThat(fault(Arrays.copyOf(drawing, length)))
          .as("at %d", length)
          .isEqualTo(FileFault.BROKEN);
    }
  }

  @Test
  void a_picture_with_a_flipped_bit_is_refused() {
    byte[] drawing = SampleFiles.png(30, WORD);
    drawing[drawing.length / 2] ^= 1;
    assertThat(fault(drawing)).isEqualTo(FileFault.BROKEN);
  }

  @Test
  void nothing_and_too_much_are_refused() {
    assertThat(fault(new byte[0])).isEqualTo(FileFault.MISSING);
    byte[] large = Arrays.copyOf(SampleFiles.jpeg(20, 1, WORD), FilePiece.LARGEST_FILE + 1);
    assertThat(fault(large)).isEqualTo(FileFault.TOO_LARGE);
    assertThat(fault(Arrays.copyOf(large, FilePiece.LARGEST_FILE))).isNull();
  }

  @Test
  void a_locked_document_and_one_with_files_within_are_refused() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      assertThat(fault(saved(document))).isEqualTo(FileFault.LOCKED_PDF);
    }
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(new PDEmbeddedFilesNameTreeNode());
      document.getDocumentCatalog().setNames(names);
      assertThat(fault(saved(document))).isEqualTo(FileFault.FILES_WITHIN);
    }
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDImageXObject photograph =
          PDImageXObject.createFromByteArray(document, SampleFiles.jpeg(50, 1, WORD), "photo");
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawImage(photograph, 50, 50);
        content.beginText();
        content.setFont(
            new org.apache.pdfbox.pdmodel.font.PDType1Font(
                org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
            12);
        content.newLineAtOffset(50, 700);
        content.showText("visible words");
        content.endText();
      }
      PDDocumentInformation about = new PDDocumentInformation();
      about.setAuthor(WORD);
      about.setCreationDate(Calendar.getInstance());
      document.setDocumentInformation(about);
      byte[] xmp = ("<x:xmpmeta>" + WORD + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8);
      document
          .getDocumentCatalog()
          .setMetadata(new PDMetadata(document, new ByteArrayInputStream(xmp)));
      page.getCOSObject()
          .setItem(COSName.METADATA, new PDMetadata(document, new ByteArrayInputStream(xmp)));
      COSDictionary script = new COSDictionary();
      script.setItem(COSName.S, COSName.getPDFName("JavaScript"));
      script.setItem(COSName.getPDFName("JS"), new COSString("app.alert('" + WORD + "')"));
      document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, script);
      PDAnnotationText note = new PDAnnotationText();
      note.setRectangle(new PDRectangle(10, 10, 20, 20));
      note.setTitlePopup(WORD);
      note.setContents("a remark");
      page.getAnnotations().add(note);
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  /** Also in what is compressed. */
  private static boolean holds(byte[] pdf, String word) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      document.save(plain, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
      return text(pdf).contains(word) || text(plain.toByteArray()).contains(word);
    }
  }

  private static byte[] clean(byte[] content, FileType type) {
    assertThat(CleanFile.of(content)).isInstanceOf(CleanFile.Outcome.Clean.class);
    CleanFile.Outcome.Clean clean = (CleanFile.Outcome.Clean) CleanFile.of(content);
    assertThat(clean.type()).isEqualTo(type);
    return clean.content();
  }

  private static @Nullable FileFault fault(byte[] content) {
    return CleanFile.of(content) instanceof CleanFile.Outcome.Refused(FileFault fault)
        ? fault
        : null;
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static int[] pixels(byte[] content) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
    int side = image.getWidth();
    return image.getRGB(0, 0, side, image.getHeight(), null, 0, side);
  }
}
