package jp.tsunagu.runtime.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that is no longer than was asked for.
 *
 * @param items in the list's order
 * @param nextCursor where the rest begins; none at the end of the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "一覧の1ページ")
public record Page<T>(
    @Schema(description = "項目") List<T> items,
    @Schema(description = "続きの位置。最後のページにはない") @Nullable String nextCursor) {

  /** Keeps an unmodifiable copy. */
  public Page {
    items = List.copyOf(items);
  }

  /** The first items of what is left, with the place where the rest begins. */
  public static <S, T> Page<T> of(
      Stream<S> rest, int limit, Function<S, Cursor> place, Function<S, T> view) {
    List<S> found = rest.limit(limit + 1L).toList();
    List<S> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? place.apply(shown.getLast()).text() : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }

  /**
   * A page of all of these, which come in any order and are put into that of their places.
   *
   * @param place no two items may have the same
   */
  public static <S, T> Page<T> of(
      Collection<S> all, PageRequest request, Function<S, Cursor> place, Function<S, T> view) {
    Cursor after = request.after();
    record Placed<S>(Cursor place, S item) {}
    Stream<Placed<S>> rest =
        all.stream()
            .map(item -> new Placed<>(place.apply(item), item))
            .filter(placed -> after == null || placed.place().compareTo(after) > 0)
            .sorted(Comparator.comparing(Placed::place));
    return of(rest, request.limit(), Placed::place, placed -> view.apply(placed.item()));
  }

  /** A page of all of these, which stand in the order of their places. */
  public static <S, T> Page<T> ofOrdered(
      Collection<S> all, PageRequest request, Function<S, Cursor> place, Function<S, T> view) {
    Cursor after = request.after();
    Stream<S> rest =
        all.stream().dropWhile(item -> after != null && place.apply(item).compareTo(after) <= 0);
    return of(rest, request.limit(), place, view);
  }

  /** The same for an answer in which the items have a name of their own. */
  public Map<String, Object> under(String name) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put(name, items);
    if (nextCursor != null) {
      named.put("nextCursor", nextCursor);
    }
    return named;
  }
}
