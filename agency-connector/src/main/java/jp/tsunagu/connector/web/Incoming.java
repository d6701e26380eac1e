package jp.tsunagu.connector.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.tsunagu.connector.outbox.IdempotencyKey;
import jp.tsunagu.connector.problem.ProblemKind;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What reading a POST gave. */
sealed interface Incoming {

  /** The header with the key by which a repetition is known. */
  String KEY = "Idempotency-Key";

  String SAME_KEY = "送るたびに新しい値。送り直すときは同じ値(200文字まで)。";

  Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7E]{1,200}");
  Pattern SECONDS = Pattern.compile("\\d{1,3}");
  int LONGEST_WAIT_SECONDS = 10;

  /** It can be looked at. */
  record Complete(Exchange exchange) implements Incoming {}

  /** It is refused unread. */
  record Refused(Problem problem) implements Incoming {}

  /** Reads headers and body. */
  static Incoming read(HttpServletRequest request) throws IOException {
    Problem objection = objection(request);
    if (objection != null) {
      return new Refused(objection);
    }
    byte[] body = request.getInputStream().readAllBytes();
    String key = key(request);
    return new Complete(
        new Exchange(
            ActingAgency.of(request),
            new IdempotencyKey(key, fingerprint(request, body)),
            request.getHeader("If-Match"),
            wait(request),
            body));
  }

  private static @Nullable Problem objection(HttpServletRequest request) {
    if (!isJson(request)) {
      return CommonProblem.UNSUPPORTED_MEDIA_TYPE.problem();
    }
    Problem key = objection(key(request));
    if (key != null) {
      return key;
    }
    String wait = request.getParameter("wait");
    return wait == null || SECONDS.matcher(wait).matches()
        ? null
        : CommonProblem.PARAMETER_INVALID.saying("wait は秒数(0から10)で指定してください。").about("wait");
  }

  /** What is wrong with an Idempotency-Key; nothing where it can be used. */
  static @Nullable Problem objection(String key) {
    if (key.isEmpty()) {
      return ProblemKind.IDEMPOTENCY_KEY_MISSING.problem();
    }
    return KEY_FORM.matcher(key).matches() ? null : ProblemKind.IDEMPOTENCY_KEY_MALFORMED.problem();
  }

  /** Whether the body says that it is JSON. */
  static boolean isJson(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null) {
      return false;
    }
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return plain.equals("application/json") || plain.endsWith("+json");
  }

  /** As it was sent; empty where it was not. */
  static String key(HttpServletRequest request) {
    String key = request.getHeader(KEY);
    return key == null ? "" : key.strip();
  }

  private static Duration wait(HttpServletRequest request) {
    String wait = request.getParameter("wait");
    return wait == null
        ? Duration.ZERO
        : Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(wait)));
  }

  /** What is asked, by which the same is known from something else. */
  static Bytes fingerprint(HttpServletRequest request, byte[] body) {
    MessageDigest digest = Sha256.digest();
    String line = request.getMethod() + " " + request.getRequestURI() + "\n";
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    return Bytes.copyOf(digest.digest(body));
  }
}
