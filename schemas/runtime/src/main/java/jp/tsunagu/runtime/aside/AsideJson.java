package jp.tsunagu.runtime.aside;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records of an aside topic: the place as key, JSON as value, bytes in it as base64. */
public final class AsideJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private AsideJson() {}

  /** The key of this entry's record. */
  public static byte[] key(AsideEntry entry) {
    return entry.place().toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The value of this entry's record. */
  public static byte[] value(AsideEntry entry) {
    return JSON.writeValueAsBytes(entry);
  }

  /** The entry in these bytes; empty if there is none this program can read. */
  static Optional<AsideEntry> read(byte[] value) {
    try {
      return Optional.ofNullable(JSON.readValue(value, AsideEntry.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
