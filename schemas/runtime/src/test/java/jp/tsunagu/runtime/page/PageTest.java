package jp.tsunagu.runtime.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.runtime.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

class PageTest {
  private static final char LIST = 'l';

  @Test
  void every_item_is_on_one_page_also_when_others_come_in_meanwhile() {
    List<Integer> all = new ArrayList<>(IntStream.range(0, 25).map(n -> n * 10).boxed().toList());
    List<Integer> read = new ArrayList<>();
    String cursor = null;
    do {
      Page<Integer> page = page(all, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
      read.addAll(page.items());
      cursor = page.nextCursor();
      all.add(read.getLast() - 5);
    } while (cursor != null);
    assertThat(read)
        .containsExactlyElementsOf(IntStream.range(0, 25).map(n -> n * 10).boxed().toList());
  }

  private static Page<Integer> page(List<Integer> all, @Nullable String cursor) {
    Query query = query(cursor == null ? "limit=4" : "limit=4&cursor=" + cursor);
    PageRequest request = query.page(LIST);
    assertThat(query.problem()).isEmpty();
    return Page.of(all, request, n -> new Cursor(LIST, 0, n, "n"), n -> n);
  }

  @Test
  void rank_comes_before_time_and_time_before_id() {
    List<Cursor> ordered =
        List.of(
            new Cursor(LIST, 0, 9, "b"),
            new Cursor(LIST, 1, -3, "a"),
            new Cursor(LIST, 1, 4, "a"),
            new Cursor(LIST, 1, 4, "日"));
    assertThat(ordered).isSorted();
    assertThat(ordered)
        .allSatisfy(place -> assertThat(Cursor.parse(LIST, place.text())).contains(place));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA", "あ"})
  void what_is_no_cursor_is_refused_by_its_name(String text) {
    assertThat(problem("cursor=" + text).code()).isEqualTo("CURSOR_INVALID");
  }

  @Test
  void a_cursor_of_another_list_or_with_an_id_of_another_form_is_refused() {
    assertThat(problem("cursor=" + Cursor.after('o', "a").text()).code())
        .isEqualTo("CURSOR_INVALID");
    Query query = query("cursor=" + Cursor.after(LIST, "a").text());
    assertThat(query.cursor(LIST, id -> id.length() == 36)).isNull();
    assertThat(query.problem()).isPresent();
    Query good = query("cursor=" + Cursor.after(LIST, new UUID(1, 2)).text());
    assertThat(Objects.requireNonNull(good.cursor(LIST)).uuid()).isEqualTo(new UUID(1, 2));
  }

  @ParameterizedTest
  @CsvSource({"limit=0, limit", "limit=201, limit", "limit=many, limit", "limit=1&limit=2, limit"})
  void a_page_of_no_size_is_refused_by_its_name(String query, String field) {
    assertThat(problem(query).errors()).extracting(FieldProblem::field).containsExactly(field);
    assertThat(problem(query).status()).isEqualTo(400);
  }

  private static Problem problem(String text) {
    Query query = query(text);
    assertThat(query.page(LIST).limit()).isBetween(1, Query.LARGEST_PAGE);
    return query.problem().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31", "-0001-01-01", "1899-12-31", "3000-01-01", "2026-02-30"})
  void a_day_of_no_office_is_refused_and_says_which_parameter_and_how(String day) {
    Query query = query("from=" + day);
    assertThat(query.day("from")).isNull();
    assertThat(query.problem())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.errors()).extracting(FieldProblem::field).containsExactly("from");
              assertThat(problem.detail()).contains("1900年から2999年");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31T00:00:00Z", "1899-12-31T00:00", "-999999999-01-01T00:00:00Z"})
  void a_moment_of_no_office_is_refused(String moment) {
    Query query = query("asAt=" + moment);
    assertThat(query.moment("asAt")).isNull();
    assertThat(query.problem()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483647", "-1", "1899", "3000", "", "２０２６", "99999999999"})
  void a_year_of_no_office_is_none(String year) {
    assertThatThrownBy(() -> new Days.OfYear().convert(year))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Days.OfYear().convert("2026").first()).isEqualTo("2026-04-01");
  }

  private static Query query(String text) {
    MultiValueMap<String, String> given =
        UriComponentsBuilder.fromUriString("/list?" + text).build().getQueryParams();
    return new Query(given);
  }
}
