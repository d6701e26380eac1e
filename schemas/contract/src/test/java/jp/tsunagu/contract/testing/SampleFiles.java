package jp.tsunagu.contract.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures as cameras and programs make them, with words in all that is not the picture. */
public final class SampleFiles {

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int ORIENTATION = 0x0112;
  private static final int ARTIST = 0x013B;
  private static final int PLACE = 0x8825;

  private SampleFiles() {}

  /**
   * A photograph that says who took it and where, in EXIF, XMP, IPTC, a comment and behind its end.
   *
   * @param side of the square in pixels; 1,400 give more than a megabyte
   * @param orientation how it is to be turned (1 to 8)
   */
  public static byte[] jpeg(int side, int orientation, String word) {
    byte[] plain = image(side, "jpeg");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, 2);
    segment(all, 0xE1, exif(orientation, word));
    segment(all, 0xE1, bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + word + "</x:xmpmeta>"));
    segment(all, 0xED, bytes("Photoshop 3.0\0" + word));
    segment(all, 0xFE, bytes(word));
    all.write(plain, 2, plain.length - 2);
    all.writeBytes(bytes(word));
    return all.toByteArray();
  }

  /** A drawing with texts of its author. */
  public static byte[] png(int side, String word) {
    byte[] plain = image(side, "png");
    int afterHeader = 8 + 25;
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(plain, 0, afterHeader);
    chunk(all, "tEXt", bytes("Author\0" + word));
    chunk(all, "iTXt", bytes("Description\0\0\0\0\0" + word));
    chunk(all, "eXIf", bytes(word));
    all.write(plain, afterHeader, plain.length - afterHeader);
    all.writeBytes(bytes(word));
    return all.toByteArray();
  }

  /** Noise, so that it is large. */
  private static byte[] image(int side, String format) {
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(side);
    for (int x = 0; x < side; x++) {
      for (int y = 0; y < side; y++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] exif(int orientation, String word) {
    byte[] text = Arrays.copyOf(bytes(word), bytes(word).length + 1);
    int after = 8 + 2 + 3 * 12 + 4;
    ByteBuffer exif = ByteBuffer.allocate(EXIF.length + after + text.length);
    exif.put(EXIF).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    exif.putShort((short) 3);
    exif.putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putShort((short) ARTIST).putShort((short) 2).putInt(text.length).putInt(after);
    exif.putShort((short) PLACE).putShort((short) 4).putInt(1).putInt(after);
    exif.putInt(0).put(text);
    return exif.array();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
    out.write(0xFF);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
    chunk.putInt(content.length).put(bytes(type)).put(content);
    CRC32 sum = new CRC32();
    sum.update(chunk.array(), 4, content.length + 4);
    chunk.putInt((int) sum.getValue());
    out.writeBytes(chunk.array());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
