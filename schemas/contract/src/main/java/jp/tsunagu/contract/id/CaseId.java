package jp.tsunagu.contract.id;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a case (支援ケース): one household's consultation with everything that follows from it.
 *
 * <p>Chosen by the agency that first receives the household, as a UUIDv7 ({@link UuidVersion7}).
 */
public record CaseId(UUID value) {

  private static final Pattern USUAL_FORM =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Reads the canonical text form; fails on anything else. */
  public static CaseId of(String text) {
    return new CaseId(UUID.fromString(text));
  }

  /** Reads what somebody typed; empty unless it is a UUID in its usual form. */
  public static Optional<CaseId> read(String typed) {
    return USUAL_FORM.matcher(typed).matches() ? Optional.of(of(typed)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
