package jp.tsunagu.runtime.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/**
 * Reads a query string strictly: an unknown name or value is refused, never ignored.
 *
 * <p>The first thing wrong is kept in {@link #problem()}; until that has been looked at the values
 * read mean nothing.
 */
public final class Query {

  /** Most items of a page. */
  public static final int LARGEST_PAGE = 200;

  private static final int USUAL_PAGE = 50;

  private final MultiValueMap<String, String> given;
  private @Nullable Problem problem;

  /** The parameters of a request that may have these names and no others. */
  public Query(MultiValueMap<String, String> given, String... names) {
    this.given = given;
    Set<String> known = new TreeSet<>(Arrays.asList(names));
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name ->
                refuse(
                    CommonProblem.PARAMETER_UNKNOWN
                        .problem()
                        .about(name)
                        .allowing(List.copyOf(known))));
  }

  /** The first thing wrong with it. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** All values of a name, each one of the allowed (in the order to be told); empty for none. */
  public Set<String> choices(String name, List<String> allowed) {
    Set<String> chosen = new LinkedHashSet<>(given.getOrDefault(name, List.of()));
    if (!allowed.containsAll(chosen)) {
      refuse(CommonProblem.PARAMETER_INVALID.problem().about(name).allowing(allowed));
    }
    return chosen;
  }

  /** The same for the constants of an enum. */
  public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
    Map<String, E> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(Enum::name, constant -> constant));
    List<String> allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return choices(name, allowed).stream()
        .flatMap(choice -> Optional.ofNullable(constants.get(choice)).stream())
        .collect(Collectors.toSet());
  }

  /** {@code true} or {@code false}; none when it is not given. */
  public @Nullable Boolean flag(String name) {
    String text = single(name);
    if (text != null) {
      choices(name, List.of("true", "false"));
    }
    return text == null ? null : Boolean.valueOf(text);
  }

  /** How many items a page may have, 1 to {@value #LARGEST_PAGE}. */
  public int limit() {
    String text = single("limit");
    if (text == null) {
      return USUAL_PAGE;
    }
    boolean good = text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= LARGEST_PAGE;
    if (!good) {
      refuse(invalid("limit").saying("1から" + LARGEST_PAGE + "までの整数で指定してください。"));
    }
    return good ? Integer.parseInt(text) : USUAL_PAGE;
  }

  /** After what the page begins; none for the first page. */
  public @Nullable Cursor cursor(char list) {
    return cursor(list, _ -> true);
  }

  /** The same in a list whose ids have a form. */
  public @Nullable Cursor cursor(char list, Predicate<String> id) {
    String text = single("cursor");
    if (text == null) {
      return null;
    }
    Optional<Cursor> cursor = Cursor.parse(list, text).filter(place -> id.test(place.id()));
    if (cursor.isEmpty()) {
      refuse(CommonProblem.CURSOR_INVALID.problem().about("cursor"));
    }
    return cursor.orElse(null);
  }

  /** Which page of this list; {@code limit} and {@code cursor} must be among the names. */
  public PageRequest page(char list) {
    return new PageRequest(limit(), cursor(list));
  }

  /** The answer, or that to the first thing wrong. */
  public ResponseEntity<Object> answered(Supplier<ResponseEntity<Object>> answer) {
    return problem().map(Problem::response).orElseGet(answer);
  }

  /** A moment, with its offset or as the clocks in Tokyo show it. */
  public @Nullable Instant moment(String name) {
    String text = single(name);
    if (text == null) {
      return null;
    }
    Optional<Instant> moment = moment(text, true).or(() -> moment(text, false));
    if (moment.isEmpty()) {
      refuse(invalid(name).saying("日時は 2026-11-21T10:00:00Z か、日本時間で 2026-11-21T19:00 の形で書いてください。"));
    }
    return moment.orElse(null);
  }

  /** A plus sign in an address arrives as a space. */
  private static Optional<Instant> moment(String text, boolean withOffset) {
    try {
      return Optional.of(
          withOffset
              ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
              : LocalDateTime.parse(text).atZone(TokyoTime.ZONE).toInstant());
    } catch (DateTimeException exception) {
      return Optional.empty();
    }
  }

  /** A day, as the calendar in Tokyo has it. */
  public @Nullable LocalDate day(String name) {
    String text = single(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException exception) {
      refuse(invalid(name).saying("日は 2026-11-21 の形で書いてください。"));
      return null;
    }
  }

  /** One of the allowed values (in the order to be told); none when it is not given. */
  public @Nullable String choice(String name, List<String> allowed) {
    String text = single(name);
    if (text != null && !allowed.contains(text)) {
      refuse(invalid(name).allowing(allowed));
    }
    return text;
  }

  /** The same for the constants of an enum. */
  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    E[] constants = type.getEnumConstants();
    String text = choice(name, Arrays.stream(constants).map(Enum::name).toList());
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElse(null);
  }

  /** Any text; none when it is not given. */
  public @Nullable String text(String name) {
    return single(name);
  }

  /** A text that has a form, such as an id; none when it is not given. */
  public @Nullable String text(String name, Predicate<String> form) {
    String text = single(name);
    if (text != null && !form.test(text)) {
      refuse(invalid(name));
    }
    return text;
  }

  private @Nullable String single(String name) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      refuse(CommonProblem.PARAMETER_REPEATED.problem().about(name));
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static Problem invalid(String name) {
    return CommonProblem.PARAMETER_INVALID.problem().about(name);
  }

  private void refuse(Problem found) {
    if (problem == null) {
      problem = found;
    }
  }
}
