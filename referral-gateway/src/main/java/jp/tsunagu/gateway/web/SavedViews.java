package jp.tsunagu.gateway.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ways to look at the queue that somebody gave a name (保存した見方), kept in her browser: the gateway
 * has no place for what belongs to a person. {@value #MOST} at most, the newest first; one of the
 * same name takes the place of the other.
 *
 * @param views names and addresses
 */
record SavedViews(List<View> views) {

  /** The cookie that has them. */
  static final String COOKIE = "tsunagu-views";

  static final int MOST = 8;

  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_QUERY = 300;
  private static final int LONGEST_COOKIE = 4_000;
  private static final Set<String> CHOICES = Set.of("lane", "agency", "field", "area", "urgency");

  /** Keeps an unmodifiable copy. */
  SavedViews {
    views = List.copyOf(views);
  }

  /**
   * One of them.
   *
   * @param query what stands in the address behind the question mark
   */
  record View(String name, String query) {

    /** Where it is shown. */
    public String address() {
      return QueuePage.ADDRESS + (query.isEmpty() ? "" : "?" + query);
    }
  }

  /** What a cookie says; nothing where it has been changed into something else. */
  static SavedViews read(@Nullable String cookie) {
    if (cookie == null || cookie.length() > LONGEST_COOKIE) {
      return new SavedViews(List.of());
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      return new SavedViews(
          text.lines()
              .map(line -> line.split("\t", 2))
              .filter(parts -> parts.length == 2 && !name(parts[0]).isEmpty())
              .map(parts -> new View(name(parts[0]), choices(parts[1])))
              .limit(MOST)
              .toList());
    } catch (IllegalArgumentException broken) {
      return new SavedViews(List.of());
    }
  }

  /** Where the queue is shown so; what does not choose is left out. */
  static String addressOf(String query) {
    return new View("", choices(query)).address();
  }

  /** As the cookie has it. */
  String text() {
    String lines =
        views.stream()
            .map(view -> view.name() + "\t" + view.query())
            .collect(Collectors.joining("\n"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** With one more; the same where it has no name. */
  SavedViews with(String name, String query) {
    String called = name(name);
    if (called.isEmpty()) {
      return this;
    }
    List<View> newer = new ArrayList<>();
    newer.add(new View(called, choices(query)));
    newer.addAll(without(called).views());
    return new SavedViews(newer.stream().limit(MOST).toList());
  }

  /** Without the one of this name. */
  SavedViews without(String name) {
    return new SavedViews(views.stream().filter(view -> !view.name().equals(name)).toList());
  }

  private static String name(String typed) {
    String name = typed.strip().replaceAll("\\p{Cntrl}", "");
    return name.substring(
        0,
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
  }

  /** Of a query what chooses, and nothing else. */
  private static String choices(String query) {
    MultiValueMap<String, String> kept = new LinkedMultiValueMap<>();
    Stream.of(query.substring(0, Math.min(LONGEST_QUERY, query.length())).split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && CHOICES.contains(pair[0]))
        .filter(pair -> pair[1].matches("[A-Za-z0-9_%.-]{1,100}"))
        .forEach(pair -> kept.add(pair[0], pair[1]));
    String built = UriComponentsBuilder.newInstance().queryParams(kept).build().getQuery();
    return built == null ? "" : built;
  }
}
