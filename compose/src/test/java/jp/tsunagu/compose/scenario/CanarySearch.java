package jp.tsunagu.compose.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for words that must not stand in a file, in every encoding they could be written in. */
public record CanarySearch(List<String> canaries) {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-31j"),
          StandardCharsets.UTF_16BE,
          StandardCharsets.UTF_16LE);

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

  /** Searched as bytes: in ISO 8859-1 every byte is one character. */
  private boolean isIn(Path file) {
    try {
      var content = Files.readString(file, StandardCharsets.ISO_8859_1);
      return CHARSETS.stream()
          .flatMap(set -> canaries.stream().map(canary -> canary.getBytes(set)))
          .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
          .anyMatch(content::contains);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
