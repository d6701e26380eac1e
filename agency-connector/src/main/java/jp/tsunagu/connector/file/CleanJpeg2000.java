package jp.tsunagu.connector.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import jp.tsunagu.connector.file.CleanFile.Refusal;

/**
 * JPEG 2000 as it stands in a PDF (ITU-T T.800 and T.801: boxes, or a codestream alone) with its
 * picture alone. What else is written into it (EXIF, XMP, other XML, comments) is overwritten where
 * it stands: boxes tell places of one another by number.
 */
final class CleanJpeg2000 {

  private static final Set<String> OF_THE_PICTURE =
      Set.of(
          "jP  ", "ftyp", "rreq", "ihdr", "bpcc", "colr", "pclr", "cmap", "cdef", "resc", "resd",
          "flst", "opct", "creg", "copt", "inst");

  /** Boxes of boxes. */
  private static final Set<String> FOLDERS =
      Set.of("jp2h", "jpch", "jplh", "ftbl", "cgrp", "res ", "comp");

  /** None that pictures are made of lies deeper. */
  private static final int DEEPEST = 4;

  private static final byte[] FREE = "free".getBytes(StandardCharsets.US_ASCII);
  private static final int SIGNATURE = 0x6A502020;
  private static final int START = 0xFF4F;
  private static final int TILE = 0xFF90;
  private static final int DATA = 0xFF93;
  private static final int END = 0xFFD9;
  private static final int COMMENT = 0xFF64;
  private static final int OF_A_TILE = 10;
  private static final int HEADER = 8;
  private static final int LONG_HEADER = 16;

  private final ByteBuffer content;
  private boolean hasPicture;

  private CleanJpeg2000(byte[] content) {
    this.content = ByteBuffer.wrap(content.clone());
  }

  static byte[] of(byte[] content) throws Refusal {
    CleanJpeg2000 clean = new CleanJpeg2000(content);
    try {
      clean.read();
    } catch (IndexOutOfBoundsException cutOff) {
      throw new Refusal(FileFault.BROKEN);
    }
    return clean.content.array();
  }

  private void read() throws Refusal {
    int length = content.capacity();
    if (length > 8 && content.getInt(4) == SIGNATURE) {
      boxes(0, length, 0);
    } else {
      codestream(0, length);
    }
    if (!hasPicture) {
      throw new Refusal(FileFault.BROKEN);
    }
  }

  private void boxes(int from, int to, int depth) throws Refusal {
    int at = from;
    while (at < to) {
      int ends = to - at < HEADER || depth > DEEPEST ? -1 : end(at, to);
      if (ends < 0) {
        hangsBehind(at, to, depth);
        return;
      }
      int begins = content.getInt(at) == 1 ? at + LONG_HEADER : at + HEADER;
      box(at, begins, ends, depth);
      at = ends;
    }
  }

  /** Where a box ends; -1 where it is none. */
  private int end(int at, int to) {
    long told = Integer.toUnsignedLong(content.getInt(at));
    long length = told == 1 ? content.getLong(at + HEADER) : told == 0 ? to - at : told;
    return length < (told == 1 ? LONG_HEADER : HEADER) || length > to - at ? -1 : at + (int) length;
  }

  /** What some scanners write behind a picture; before it, it is none. */
  private void hangsBehind(int from, int to, int depth) throws Refusal {
    if (!hasPicture || depth > 0) {
      throw new Refusal(FileFault.BROKEN);
    }
    overwrite(from, to);
  }

  private void box(int at, int begins, int ends, int depth) throws Refusal {
    String type = new String(content.array(), at + 4, 4, StandardCharsets.US_ASCII);
    if (FOLDERS.contains(type)) {
      boxes(begins, ends, depth + 1);
    } else if (type.equals("jp2c")) {
      codestream(begins, ends);
    } else if (!OF_THE_PICTURE.contains(type)) {
      content.put(at + 4, FREE);
      overwrite(begins, ends);
    }
  }

  private void overwrite(int from, int to) {
    Arrays.fill(content.array(), from, to, (byte) 0);
  }

  private void codestream(int from, int to) throws Refusal {
    if (marker(from) != START) {
      throw new Refusal(FileFault.BROKEN);
    }
    int at = header(from + 2, to);
    while (at < to && marker(at) == TILE) {
      long length = Integer.toUnsignedLong(content.getInt(at + 6));
      header(at + 2 + OF_A_TILE, to);
      at = length == 0 ? to : (int) Math.min(to, at + Math.max(length, 2 + OF_A_TILE));
      hasPicture = true;
    }
    overwrite(at + 2 <= to && marker(at) == END ? at + 2 : at, to);
  }

  /** Up to what begins the data, or the next tile. */
  private int header(int from, int to) throws Refusal {
    int at = from;
    while (marker(at) != TILE && marker(at) != DATA) {
      int length = Short.toUnsignedInt(content.getShort(at + 2));
      if (length < 2 || at + 2 + length > to) {
        throw new Refusal(FileFault.BROKEN);
      }
      if (marker(at) == COMMENT) {
        overwrite(at + 4, at + 2 + length);
      }
      at += 2 + length;
    }
    return at;
  }

  private int marker(int at) {
    return Short.toUnsignedInt(content.getShort(at));
  }
}
