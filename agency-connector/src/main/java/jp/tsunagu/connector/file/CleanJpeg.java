package jp.tsunagu.connector.file;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.tsunagu.connector.file.CleanFile.Refusal;

/**
 * JPEG (ITU-T T.81) with its picture alone: of what applications and people wrote into it (EXIF,
 * XMP, IPTC, comments, previews, what follows its end) only how it is to be turned stays.
 */
final class CleanJpeg {

  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int JFIF = 0xE0;
  private static final int EXIF = 0xE1;
  private static final int ADOBE = 0xEE;
  private static final int LAST_APPLICATION = 0xEF;
  private static final int COMMENT = 0xFE;
  private static final byte[] IS_EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] IS_JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] IS_ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
  private static final int JFIF_LENGTH = 14;
  private static final int ADOBE_LENGTH = 12;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  private final byte[] content;
  private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
  private int at;
  private boolean hasFrame;
  private boolean hasScan;

  private CleanJpeg(byte[] content) {
    this.content = content;
  }

  static byte[] of(byte[] content) throws Refusal {
    return new CleanJpeg(content).read();
  }

  private byte[] read() throws Refusal {
    at = 2;
    write(START);
    while (true) {
      int marker = marker();
      if (marker == END) {
        write(END);
        if (!hasFrame || !hasScan) {
          throw new Refusal(FileFault.BROKEN);
        }
        return clean.toByteArray();
      }
      byte[] segment = segment();
      if (marker == EXIF) {
        turned(orientation(segment));
      } else if (marker == JFIF) {
        jfif(segment);
      } else if (marker == ADOBE) {
        adobe(segment);
      } else if (marker != COMMENT && (marker < JFIF || marker > LAST_APPLICATION)) {
        write(marker, segment);
      }
      hasFrame |= isFrame(marker);
      if (marker == SCAN) {
        hasScan = true;
        scan();
      }
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private int marker() throws Refusal {
    if (next() != 0xFF) {
      throw new Refusal(FileFault.BROKEN);
    }
    int marker = next();
    while (marker == 0xFF) {
      marker = next();
    }
    return marker;
  }

  private int next() throws Refusal {
    if (at >= content.length) {
      throw new Refusal(FileFault.BROKEN);
    }
    return content[at++] & 0xFF;
  }

  private byte[] segment() throws Refusal {
    int length = (next() << 8) | next();
    if (length < 2 || at + length - 2 > content.length) {
      throw new Refusal(FileFault.BROKEN);
    }
    byte[] segment = Arrays.copyOfRange(content, at, at + length - 2);
    at += length - 2;
    return segment;
  }

  /** The picture's own bytes, up to the next marker that is none of theirs. */
  private void scan() throws Refusal {
    int from = at;
    while (true) {
      if (next() == 0xFF) {
        int second = next();
        boolean isOfThePicture = second == 0 || (second >= 0xD0 && second <= 0xD7);
        if (!isOfThePicture) {
          at -= 2;
          clean.write(content, from, at - from);
          return;
        }
      }
    }
  }

  private void write(int marker) {
    clean.write(0xFF);
    clean.write(marker);
  }

  private void write(int marker, byte[] segment) {
    write(marker);
    clean.write((segment.length + 2) >> 8);
    clean.write(segment.length + 2);
    clean.writeBytes(segment);
  }

  /** Without its preview. */
  private void jfif(byte[] segment) {
    if (begins(segment, IS_JFIF) && segment.length >= JFIF_LENGTH) {
      byte[] plain = Arrays.copyOf(segment, JFIF_LENGTH);
      plain[JFIF_LENGTH - 2] = 0;
      plain[JFIF_LENGTH - 1] = 0;
      write(JFIF, plain);
    }
  }

  /** Which colours the numbers mean. */
  private void adobe(byte[] segment) {
    if (begins(segment, IS_ADOBE) && segment.length >= ADOBE_LENGTH) {
      write(ADOBE, Arrays.copyOf(segment, ADOBE_LENGTH));
    }
  }

  private static boolean begins(byte[] segment, byte[] with) {
    return segment.length >= with.length
        && Arrays.equals(segment, 0, with.length, with, 0, with.length);
  }

  /** From 1 (as it is) to 8; 1 where it does not say. */
  private static int orientation(byte[] segment) {
    if (!begins(segment, IS_EXIF)) {
      return 1;
    }
    try {
      ByteBuffer tiff = ByteBuffer.wrap(segment, IS_EXIF.length, segment.length - IS_EXIF.length);
      tiff = tiff.slice();
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int count = tiff.getShort(directory) & 0xFFFF;
      for (int i = 0; i < count; i++) {
        int entry = directory + 2 + i * 12;
        if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
          return tiff.getShort(entry + 8);
        }
      }
      return 1;
    } catch (IndexOutOfBoundsException | BufferUnderflowException unreadable) {
      return 1;
    }
  }

  /** All that is said of how it was made. */
  private void turned(int orientation) {
    if (orientation < 2 || orientation > 8) {
      return;
    }
    ByteBuffer exif = ByteBuffer.allocate(IS_EXIF.length + 26);
    exif.put(IS_EXIF).put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    write(EXIF, exif.array());
  }
}
