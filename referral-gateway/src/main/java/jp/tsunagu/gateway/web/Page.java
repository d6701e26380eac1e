package jp.tsunagu.gateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "一覧の1ページ")
record Page<T>(
    @Schema(description = "項目") List<T> items,
    @Schema(description = "続きの位置。最後のページにはない") @Nullable String nextCursor) {

  /** The first items of what is left, with the place where the rest begins. */
  static <S, T> Page<T> of(
      Stream<S> rest, int limit, Function<S, Cursor> place, Function<S, T> view) {
    List<S> found = rest.limit(limit + 1L).toList();
    List<S> shown = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? place.apply(shown.getLast()).text() : null;
    return new Page<>(shown.stream().map(view).toList(), next);
  }
}
