package jp.tsunagu.compose.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Looks for words that must not stand in a file, in every encoding they could be written in. */
public record CanarySearch(List<String> canaries) {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-31j"),
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

  private static final byte[] BLOCK = new byte[4096];

  public CanarySearch {
    canaries = List.copyOf(canaries);
  }

  /** The files in this folder that hold one of them; none if there is no such folder. */
  public List<Path> filesIn(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(this::isIn).toList();
    }
  }

  /**
   * Searched as bytes: in ISO 8859-1 every byte is one character. What is nothing but zeros is left
   * out: a broker's index is as large as it may become, and empty.
   */
  private boolean isIn(Path file) {
    try {
      var content = withoutZeros(Files.readAllBytes(file));
      return CHARSETS.stream()
          .flatMap(set -> canaries.stream().map(canary -> canary.getBytes(set)))
          .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
          .anyMatch(content::contains);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** Of each stretch of empty blocks the first alone stands there, so that nothing meets anew. */
  private static String withoutZeros(byte[] bytes) {
    var kept = new ByteArrayOutputStream();
    var empty = false;
    for (var from = 0; from < bytes.length; from += BLOCK.length) {
      var to = Math.min(from + BLOCK.length, bytes.length);
      var before = empty;
      empty = Arrays.equals(bytes, from, to, BLOCK, 0, to - from);
      if (!(before && empty)) {
        kept.write(bytes, from, to - from);
      }
    }
    return kept.toString(StandardCharsets.ISO_8859_1);
  }
}
