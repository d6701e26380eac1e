package jp.tsunagu.connector.web;

import java.util.function.Supplier;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.Query;
import jp.tsunagu.runtime.problem.Problem;
import org.springframework.http.ResponseEntity;

/** The lists that have pages; a cursor of one is no good for another. */
final class Lists {

  static final char CASES = 'c';
  static final char REFERRALS = 'r';
  static final char MEETINGS = 'm';
  static final char DATES = 'q';
  static final char DEAD = 'd';
  static final char TASKS = 't';
  static final char ACCESSES = 'a';

  private static final String NUMBER = "[1-9]\\d{0,17}";

  private Lists() {}

  /** Whether it is the number of a row. */
  static boolean isNumber(String id) {
    return id.matches(NUMBER);
  }

  /** The page under the list's name, or what is wrong with what was asked. */
  static ResponseEntity<Object> answered(Query query, String name, Supplier<Page<?>> page) {
    return query
        .problem()
        .map(Problem::response)
        .orElseGet(() -> Answers.ok(page.get().under(name)));
  }
}
