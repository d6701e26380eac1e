package jp.tsunagu.runtime.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that a page sent, and the one way in which pages answer it: one row more where that was
 * asked for; what was done leads to an address; what was refused comes back whole, with what is
 * wrong on top and at its field.
 *
 * <p>A form that is wrong comes back as 422, one for which somebody else was first as 409. What may
 * not be known or done is answered as everywhere (401, 403, 404).
 */
public final class PagePost {

  private static final String MORE = "more";
  private static final String KEY = "key";

  private final Map<String, String[]> values;
  private final HttpServletResponse response;

  /**
   * With other values than the request has.
   *
   * @param response takes the status of a page that comes back
   */
  public PagePost(Map<String, String[]> values, HttpServletResponse response) {
    this.values = Map.copyOf(values);
    this.response = response;
  }

  /** As the request has it. */
  public static PagePost of(HttpServletRequest request, HttpServletResponse response) {
    return new PagePost(request.getParameterMap(), response);
  }

  /** What became of it. */
  public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param address where that is told
     */
    record Done(String address) implements Outcome {}

    /** It is not done. */
    record Refused(Problem problem) implements Outcome {}
  }

  /** Does what the form asks for. */
  @FunctionalInterface
  public interface Sending {

    /**
     * Does it.
     *
     * @param key under which it is done once, however often the page is sent
     */
    Outcome send(String key, ObjectNode typed);
  }

  /** Shows the page with the form on it; gives what a controller may give. */
  @FunctionalInterface
  public interface Showing {

    /** The page. */
    Object show(TypedForm form);
  }

  /** Names and values. */
  public Map<String, String[]> values() {
    return values;
  }

  /** The first value of this name; empty where there is none. */
  public String one(String name) {
    String[] found = values.get(name);
    return found == null || found.length == 0 ? "" : found[0];
  }

  /** The key under which the page is sent once; a new one where it has none. */
  public String key() {
    String key = one(KEY);
    return Identifiers.isUuid(key) ? key : freshKey();
  }

  /** The rows of which one more is wanted; empty where the form is to be sent. */
  public String more() {
    return one(MORE);
  }

  /** A key for a page that is shown. */
  public static String freshKey() {
    return UUID.randomUUID().toString();
  }

  /** Answers it. */
  public Object answer(ObjectNode typed, Sending sending, Showing page) {
    if (!more().isEmpty()) {
      return page.show(TypedForm.wanting(typed, more()));
    }
    return switch (sending.send(key(), typed)) {
      case Outcome.Done(String address) -> "redirect:" + address;
      case Outcome.Refused(Problem problem) -> refused(typed, problem, page);
    };
  }

  /** Brings it back with everything that was typed. */
  public Object refused(ObjectNode typed, Problem problem, Showing page) {
    HttpStatus status = HttpStatus.valueOf(problem.status());
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND -> problem.response();
      case BAD_REQUEST -> shown(HttpStatus.UNPROCESSABLE_CONTENT, typed, problem, page);
      case PRECONDITION_FAILED -> shown(HttpStatus.CONFLICT, typed, problem, page);
      default -> shown(status, typed, problem, page);
    };
  }

  private Object shown(HttpStatus status, ObjectNode typed, Problem problem, Showing page) {
    response.setStatus(status.value());
    return page.show(TypedForm.refused(typed, problem));
  }
}
