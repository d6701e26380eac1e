package jp.tsunagu.runtime.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/**
 * Reads a query string strictly: an unknown value is refused, never ignored. Unknown names are
 * refused before a method is reached, from what it declares.
 *
 * <p>The first thing wrong is kept in {@link #problem()}; until that has been looked at the values
 * read mean nothing.
 */
public final class Query {

  /** Most items of a page. */
  public static final int LARGEST_PAGE = 200;

  private static final int USUAL_PAGE = 50;
  private static final List<Coded> YES_OR_NO =
      List.of(new Coded("true", "はい"), new Coded("false", "いいえ"));

  private final MultiValueMap<String, String> given;
  private @Nullable Problem problem;

  /** The parameters of a request; that it has these names was made sure of before. */
  public Query(MultiValueMap<String, String> given) {
    this.given = given;
  }

  /** The first thing wrong with it. */
  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** All values of a name, each one of these, by code or label; empty for none. */
  public Set<String> choices(String name, List<Coded> choices) {
    return given.getOrDefault(name, List.of()).stream()
        .flatMap(text -> chosen(name, text, choices).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The same for the constants of an enum. */
  public <E extends Enum<?>> Set<E> choices(String name, Class<E> type) {
    return choices(name, Codes.choices(type)).stream()
        .flatMap(code -> Codes.read(type, code).stream())
        .collect(Collectors.toSet());
  }

  private Optional<String> chosen(String name, String text, List<Coded> choices) {
    Optional<Coded> found = Codes.find(choices, text);
    if (found.isEmpty()) {
      refuse(CommonProblem.PARAMETER_INVALID.problem().about(name, choices));
    }
    return found.map(Coded::code);
  }

  /** {@code true} or {@code false}; none when it is not given. */
  public @Nullable Boolean flag(String name) {
    String text = choice(name, YES_OR_NO);
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
      refuse("limit", "limit は1から" + LARGEST_PAGE + "までの整数です。");
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
    Optional<Instant> moment =
        moment(text, true).or(() -> moment(text, false)).filter(Days::isUsual);
    if (moment.isEmpty()) {
      refuse(name, "日時は 2026-11-21T10:00:00Z か、日本時間で 2026-11-21T19:00 の形で書いてください。");
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
    if (text == null) {
      return null;
    }
    Optional<LocalDate> day = Days.day(text);
    if (day.isEmpty()) {
      refuse(name, Days.DAY);
    }
    return day.orElse(null);
  }

  /** A fiscal year, by the western year of its first day. */
  public @Nullable FiscalYear fiscalYear(String name) {
    String text = single(name);
    if (text == null) {
      return null;
    }
    Optional<FiscalYear> year = Days.year(text);
    if (year.isEmpty()) {
      refuse(name, Days.YEAR);
    }
    return year.orElse(null);
  }

  /** The code of one of these, given by code or label; none when it is not given. */
  public @Nullable String choice(String name, List<Coded> choices) {
    String text = single(name);
    return text == null ? null : chosen(name, text, choices).orElse(null);
  }

  /** The same for the constants of an enum. */
  public <E extends Enum<?>> @Nullable E choice(String name, Class<E> type) {
    String code = choice(name, Codes.choices(type));
    return code == null ? null : Codes.read(type, code).orElse(null);
  }

  /** Any text; none when it is not given. */
  public @Nullable String text(String name) {
    return single(name);
  }

  /** A text that has a form, such as an id; none when it is not given. */
  public @Nullable String text(String name, Predicate<String> form) {
    String text = single(name);
    if (text != null && !form.test(text)) {
      refuse(CommonProblem.PARAMETER_INVALID.problem().about(name));
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

  private void refuse(String name, String detail) {
    refuse(CommonProblem.PARAMETER_INVALID.saying(detail).about(name));
  }

  private void refuse(Problem found) {
    if (problem == null) {
      problem = found;
    }
  }
}
