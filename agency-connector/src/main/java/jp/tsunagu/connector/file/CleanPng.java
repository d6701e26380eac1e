package jp.tsunagu.connector.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import jp.tsunagu.connector.file.CleanFile.Refusal;

/** PNG (ISO/IEC 15948) with the chunks that make its picture, and no text, time or EXIF. */
final class CleanPng {

  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;

  /** What changes how it looks. */
  private static final Set<String> KEPT =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs");

  private CleanPng() {}

  static byte[] of(byte[] content) throws Refusal {
    ByteArrayOutputStream clean = new ByteArrayOutputStream();
    clean.write(content, 0, SIGNATURE);
    ByteBuffer in = ByteBuffer.wrap(content, SIGNATURE, content.length - SIGNATURE);
    boolean hasPicture = false;
    String type = "";
    while (!type.equals("IEND")) {
      int from = in.position();
      String before = type;
      type = chunk(in);
      if (before.isEmpty() != type.equals("IHDR")) {
        throw new Refusal(FileFault.BROKEN);
      }
      hasPicture |= type.equals("IDAT");
      if (KEPT.contains(type)) {
        clean.write(content, from, in.position() - from);
      }
    }
    if (!hasPicture) {
      throw new Refusal(FileFault.BROKEN);
    }
    return clean.toByteArray();
  }

  /** Passes over a chunk whose sum is right; gives its type. */
  private static String chunk(ByteBuffer in) throws Refusal {
    if (in.remaining() < AROUND) {
      throw new Refusal(FileFault.BROKEN);
    }
    int length = in.getInt();
    if (length < 0 || in.remaining() - 8 < length) {
      throw new Refusal(FileFault.BROKEN);
    }
    byte[] told = new byte[4 + length];
    in.get(told);
    CRC32 sum = new CRC32();
    sum.update(told);
    if (in.getInt() != (int) sum.getValue()) {
      throw new Refusal(FileFault.BROKEN);
    }
    return new String(told, 0, 4, StandardCharsets.ISO_8859_1);
  }
}
