package jp.tsunagu.connector.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import jp.tsunagu.connector.file.CleanFile.Refusal;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanJpeg2000Test {

  private static final String WORD = "Uraniwa-Canary";

  /** 48 × 48 points in four tiles, with a comment; the boxes of a JP2. */
  private static final byte[] SAMPLE =
      Base64.getMimeDecoder()
          .decode(
              """
              AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAMAAAADAA
              AwcHAAAAAAAPY29scgEAAAAAABAAAAFBanAyY/9P/1EALwAAAAAAMAAAADAAAAAAAAAAAAAAABgA
              AAAYAAAAAAAAAAAAAwcBAQcBAQcBAf9SAAwAAAABAQIEBAAB/1wACkBASEhQSEhQ/2QAEgABVXJh
              bml3YS1DYW5hcnn/kAAKAAAAAAA3AAH/k88QEU8Hs7cb86nfEJAVOqNG30HKOQHPFidzR3e0dAc7
              k0DZgICAgICA/5AACgABAAAANQAB/5PPEBIeJ7Yn/A203xCQFTqjRt9ByjkB3iQYEmbz9AkBn7qA
              gICAgID/kAAKAAIAAAAzAAH/k8eLEhlrkpzWW2TeXfjOFDNvc+iA3iQL/qTuZahD6YqAgICAgID/
              kAAKAAMAAAA3AAH/k8+IWF8T12QSV8Lkfi4Rzowzb3PogHnPFidzR3e0dAc7k0DZgICAgICA/9k=
              """);

  private static final int BEHIND_THE_HEADER = 0x4D;
  private static final int CODESTREAM = BEHIND_THE_HEADER + 8;

  @Test
  void a_picture_keeps_every_byte_of_its_own_and_nothing_of_who_and_where() throws Refusal {
    byte[] written =
        joined(
            Arrays.copyOf(SAMPLE, BEHIND_THE_HEADER),
            box("uuid", "JpgTiffExif->JP2" + WORD),
            Arrays.copyOfRange(SAMPLE, BEHIND_THE_HEADER, SAMPLE.length),
            box("xml ", "<x:xmpmeta>" + WORD + "</x:xmpmeta>"),
            box("asoc", WORD));
    assertThat(text(written).split(WORD, -1)).as("four times").hasSize(5);

    byte[] clean = CleanJpeg2000.of(written);

    assertThat(clean).hasSameSizeAs(written);
    assertThat(text(clean)).doesNotContain(WORD, "xmpmeta", "Exif", "uuid", "xml ", "asoc");
    assertThat(text(clean)).contains(picture());
    assertThat(CleanJpeg2000.of(clean)).as("cleaned twice").isEqualTo(clean);
  }

  @Test
  void a_codestream_alone_loses_its_comment_and_what_hangs_behind_it() throws Refusal {
    byte[] alone = Arrays.copyOfRange(SAMPLE, CODESTREAM, SAMPLE.length);

    byte[] clean = CleanJpeg2000.of(joined(alone, WORD.getBytes(StandardCharsets.US_ASCII)));

    assertThat(text(clean)).doesNotContain(WORD).contains(picture());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", WORD, "\0\0\0\0\0\0\0\0\0\0"})
  void what_hangs_behind_a_picture_does_not_travel_and_is_no_fault_of_it(String behind)
      throws Refusal {
    byte[] clean = CleanJpeg2000.of(joined(SAMPLE, behind.getBytes(StandardCharsets.US_ASCII)));

    assertThat(text(clean)).doesNotContain(WORD).contains(picture());
  }

  @Test
  void in_a_document_it_is_cleaned_as_well() throws IOException {
    byte[] document = document();
    assertThat(text(document)).contains(WORD);

    assertThat(CleanFile.of(document)).isInstanceOf(CleanFile.Outcome.Clean.class);
    byte[] clean = ((CleanFile.Outcome.Clean) CleanFile.of(document)).content();

    assertThat(text(clean)).doesNotContain(WORD).contains(picture());
  }

  @Test
  void what_is_cut_off_is_refused_wherever_it_was_cut() {
    for (int length = 0; length < SAMPLE.length; length++) {
      byte[] cut = Arrays.copyOf(SAMPLE, length);
      assertThatThrownBy(() -> CleanJpeg2000.of(cut))
          .as("at %d", length)
          .isInstanceOf(Refusal.class);
    }
  }

  @Test
  void boxes_in_boxes_without_end_are_refused() {
    ByteBuffer deep = ByteBuffer.allocate(800_000);
    deep.put(SAMPLE, 0, 12);
    while (deep.remaining() >= 8) {
      deep.putInt(deep.remaining()).put("jp2h".getBytes(StandardCharsets.US_ASCII));
    }
    assertThatThrownBy(() -> CleanJpeg2000.of(deep.array())).isInstanceOf(Refusal.class);
  }

  /** What begins with the first tile, to the end. */
  private static String picture() {
    String all = text(SAMPLE);
    return all.substring(all.indexOf("\u00ff\u0090"));
  }

  private static byte[] document() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      PDImageXObject picture =
          new PDImageXObject(
              document,
              new ByteArrayInputStream(SAMPLE),
              COSName.JPX_DECODE,
              48,
              48,
              8,
              PDDeviceRGB.INSTANCE);
      page.setResources(new PDResources());
      page.getResources().put(COSName.getPDFName("P"), picture);
      ByteArrayOutputStream saved = new ByteArrayOutputStream();
      document.save(saved);
      return saved.toByteArray();
    }
  }

  private static byte[] box(String type, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(8 + bytes.length)
        .putInt(8 + bytes.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(bytes)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
