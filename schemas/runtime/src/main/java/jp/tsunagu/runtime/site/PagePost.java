package jp.tsunagu.runtime.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.tsunagu.runtime.form.Identifiers;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
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
  private static final String ATTACH = "attach";
  private static final String UPLOAD = "upload";

  private final Map<String, String[]> values;
  private final HttpServletResponse response;
  private final @Nullable HttpServletRequest request;

  /**
   * With other values than the request has.
   *
   * @param response takes the status of a page that comes back
   */
  public PagePost(Map<String, String[]> values, HttpServletResponse response) {
    this(values, response, null);
  }

  private PagePost(
      Map<String, String[]> values,
      HttpServletResponse response,
      @Nullable HttpServletRequest request) {
    this.values = Map.copyOf(values);
    this.response = response;
    this.request = request;
  }

  /** As the request has it. */
  public static PagePost of(HttpServletRequest request, HttpServletResponse response) {
    return new PagePost(request.getParameterMap(), response, request);
  }

  /**
   * A file that was sent with a form.
   *
   * @param name as the browser tells it; may be empty
   */
  public record Upload(String name, byte[] content) {

    @Override
    public String toString() {
      return "Upload[" + content.length + " bytes]";
    }
  }

  /** Whether the form was sent to add a file to it, and for nothing else. */
  public boolean isAddingAFile() {
    return values.containsKey(ATTACH);
  }

  /** Whether a file was chosen that was not added before the form was sent. */
  public boolean leavesAFileBehind() {
    return !isAddingAFile() && !one(UPLOAD).isBlank();
  }

  /** The file that is added; empty content where none was chosen. */
  public Upload upload() {
    try {
      Part part = request == null || !isMultipart(request) ? null : request.getPart(UPLOAD);
      if (part == null) {
        return new Upload("", new byte[0]);
      }
      String name = part.getSubmittedFileName();
      try (InputStream content = part.getInputStream()) {
        return new Upload(name == null ? "" : name, content.readAllBytes());
      }
    } catch (IOException | ServletException failed) {
      throw new IllegalStateException("a file could not be read", failed);
    }
  }

  private static boolean isMultipart(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
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
    if (!more().isEmpty() || isAddingAFile()) {
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
