package jp.tsunagu.runtime.aside;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.tsunagu.contract.id.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What the key of a topic's records must be.
 *
 * @param usable whether a text can be a key here at all, e.g. is the form of an id
 * @param inRecord the key that the record itself names; none where it names none
 */
public record KeyRule<T>(Predicate<String> usable, Function<T, @Nullable String> inRecord) {

  private static final int LONGEST = 200;

  /** A case id in its canonical form. */
  public static <T> KeyRule<T> caseId(Function<T, @Nullable CaseId> inRecord) {
    return new KeyRule<>(
        KeyRule::isCaseId,
        value -> {
          CaseId own = inRecord.apply(value);
          return own == null ? null : own.toString();
        });
  }

  private static boolean isCaseId(String text) {
    try {
      return CaseId.of(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The usable key in these bytes. */
  @Nullable String read(byte[] key) {
    if (key.length > LONGEST) {
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString();
      return usable.test(text) ? text : null;
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  boolean isOf(T value, String key) {
    String own = inRecord.apply(value);
    return own == null || own.equals(key);
  }
}
