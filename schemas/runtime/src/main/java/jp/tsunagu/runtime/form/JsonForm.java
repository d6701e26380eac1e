package jp.tsunagu.runtime.form;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What reading bytes as a JSON object gave. */
public sealed interface JsonForm {

  /** Strict: no duplicate names, nothing after the end. */
  JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A JSON object. */
  record Readable(ObjectNode root) implements JsonForm {}

  /**
   * Not a JSON object.
   *
   * @param line from 1; 0 if unknown
   * @param column from 1; 0 if unknown
   */
  record Malformed(int line, int column) implements JsonForm {

    /** What is wrong, in Japanese, repeating nothing of the content. */
    public String problem() {
      return line + "行目" + column + "文字目でJSONとして読めません。";
    }
  }

  /** Reads the bytes (UTF-8, with or without BOM). Never throws for bad content. */
  static JsonForm read(byte[] content) {
    if (!isStrictlyUtf8(content)) {
      return new Malformed(1, 1);
    }
    try {
      JsonNode node = MAPPER.readTree(content);
      return node instanceof ObjectNode object ? new Readable(object) : new Malformed(1, 1);
    } catch (JacksonException broken) {
      TokenStreamLocation place = broken.getLocation();
      return place == null
          ? new Malformed(0, 0)
          : new Malformed(Math.max(place.getLineNr(), 0), Math.max(place.getColumnNr(), 0));
    }
  }

  /** The same of what was posted; nothing is an object with nothing in it. */
  static JsonForm ofBody(byte @Nullable [] body) {
    return body == null || body.length == 0 ? new Readable(MAPPER.createObjectNode()) : read(body);
  }

  /** A parser takes UTF-16, overlong forms and halves of characters as well. */
  private static boolean isStrictlyUtf8(byte[] content) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .chars()
          .noneMatch(each -> each == 0);
    } catch (CharacterCodingException broken) {
      return false;
    }
  }
}
