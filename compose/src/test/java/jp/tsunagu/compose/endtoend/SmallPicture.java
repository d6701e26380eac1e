package jp.tsunagu.compose.endtoend;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of a page in so few colours that it is small. */
final class SmallPicture {
  private static final int COLOURS = 16;
  private static final int BITS = 4;

  private SmallPicture() {}

  /** Writes a screenshot there, in its sixteen most frequent colours. */
  static void write(byte[] png, Path file) {
    try {
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
      ImageIO.write(inFewColours(picture), "png", file.toFile());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static BufferedImage inFewColours(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    int[] colours = mostFrequent(pixels);
    Map<Integer, Integer> nearest =
        IntStream.of(pixels)
            .boxed()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), pixel -> nearest(pixel, colours)));
    IndexColorModel model =
        new IndexColorModel(
            BITS, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, model);
    for (int at = 0; at < pixels.length; at++) {
      small.getRaster().setSample(at % width, at / width, 0, nearest.getOrDefault(pixels[at], 0));
    }
    return small;
  }

  private static int[] mostFrequent(int[] pixels) {
    Map<Integer, Long> counts =
        IntStream.of(pixels)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<Integer> ordered =
        counts.keySet().stream()
            .sorted(
                Comparator.comparing((Integer colour) -> counts.getOrDefault(colour, 0L))
                    .reversed())
            .limit(COLOURS)
            .toList();
    return ordered.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int nearest(int pixel, int[] colours) {
    return IntStream.range(0, colours.length)
        .boxed()
        .min(Comparator.comparingInt(at -> distance(pixel, colours[at])))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < Integer.SIZE - Byte.SIZE; shift += Byte.SIZE) {
      int apart = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
      sum += apart * apart;
    }
    return sum;
  }
}
