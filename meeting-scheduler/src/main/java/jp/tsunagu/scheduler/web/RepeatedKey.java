package jp.tsunagu.scheduler.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.tsunagu.contract.id.UuidVersion7;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.scheduler.knowledge.CommandKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** The key by which a repeated request is known, so that it has no second effect. */
final class RepeatedKey {

  /** The header it stands in. */
  static final String HEADER = "Idempotency-Key";

  /** What it is, for whoever sends it. */
  static final String MEANS = "送るたびに新しい値。送り直すときは同じ値(200文字まで)。";

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,200}");
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RepeatedKey() {}

  /** What is wrong with it; no key at all is not. */
  static Optional<ResponseEntity<Object>> objection(@Nullable String key, Instant now) {
    if (key == null) {
      return Optional.empty();
    }
    if (!FORM.matcher(key).matches()) {
      return Optional.of(
          CommonProblem.REQUEST_INVALID
              .saying("Idempotency-Key は空白のない英数字・記号で200文字までです。")
              .response());
    }
    return isTooOld(key, now)
        ? Optional.of(ProblemCode.KEY_TOO_OLD.problem().response())
        : Optional.empty();
  }

  /** A key that tells when it was made is not taken for a new one once it could be forgotten. */
  private static boolean isTooOld(String key, Instant now) {
    return UUID_FORM.matcher(key).matches()
        && UuidVersion7.timeOf(UUID.fromString(key))
            .filter(made -> made.isBefore(now.minus(CommandKeys.KEPT)))
            .isPresent();
  }
}
