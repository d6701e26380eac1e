package jp.tsunagu.compose.household;

import java.time.LocalDate;

/**
 * An invented person of a household.
 *
 * @param relation 続柄 to the first person; 本人 for the first
 * @param age in years, on the day the household was invented
 */
public record Person(
    String name, String kana, String gender, LocalDate birthDate, String relation, int age) {

  /** Nothing of a person belongs into a log, not even of an invented one. */
  @Override
  public String toString() {
    return "Person[" + relation + "]";
  }
}
