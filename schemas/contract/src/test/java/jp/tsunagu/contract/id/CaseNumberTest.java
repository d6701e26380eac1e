package jp.tsunagu.contract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.JapaneseEra;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final byte[] DIGITS = digits();

  @Test
  void a_number_carries_the_year_of_reception_five_digits_and_a_check_digit() {
    assertThat(CaseNumber.of(DAY, 1_234)).hasValue(new CaseNumber("令和8-01234-4"));
    assertThat(CaseNumber.of(DAY, CaseNumber.LARGEST_SERIAL - 1).orElseThrow().value())
        .startsWith("令和8-9999998-");
    assertThat(CaseNumber.of(LocalDate.of(2019, 4, 30), 3).orElseThrow().value())
        .startsWith("平成31-");
    assertThat(CaseNumber.of(LocalDate.of(2019, 5, 1), 3).orElseThrow().value()).startsWith("令和1-");
  }

  @Test
  void one_serial_in_eleven_is_left_out() {
    long given =
        IntStream.range(0, 110_000)
            .filter(serial -> CaseNumber.of(DAY, serial).isPresent())
            .count();
    assertThat(given).isBetween(99_990L, 100_010L);
  }

  /**
   * Era and year move the check digit of every serial number by the same amount: so often in a row
   * as any digit comes, so often none may come in some year.
   */
  @ParameterizedTest
  @MethodSource("numbersOfPartitions")
  void of_eight_serials_of_a_partition_in_a_row_one_has_a_check_digit(int partitions) {
    int longest =
        IntStream.range(0, partitions).map(first -> longestRun(first, partitions)).max().orElse(0);
    assertThat(longest).isLessThanOrEqualTo(7);
  }

  static IntStream numbersOfPartitions() {
    return IntStream.rangeClosed(1, 64);
  }

  private static int longestRun(int first, int step) {
    int longest = 0;
    int run = 0;
    int before = -1;
    for (int serial = first; serial <= CaseNumber.LARGEST_SERIAL; serial += step) {
      int digit = DIGITS[serial];
      run = digit == before ? run + 1 : 1;
      longest = Math.max(longest, run);
      before = digit;
    }
    return longest;
  }

  private static byte[] digits() {
    JapaneseEra era = JapaneseEra.of(DAY).orElseThrow();
    byte[] digits = new byte[CaseNumber.LARGEST_SERIAL + 1];
    for (int serial = 0; serial < digits.length; serial++) {
      digits[serial] = (byte) CaseNumber.checkDigit(era, era.yearOf(DAY), serial);
    }
    return digits;
  }

  @Test
  void a_serial_that_does_not_fit_is_refused() {
    assertThatThrownBy(() -> CaseNumber.of(DAY, CaseNumber.LARGEST_SERIAL + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CaseNumber.of(DAY, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_wrong_digit_and_every_two_digits_swapped_are_noticed() {
    Random random = new Random(26);
    for (int i = 0; i < 1_000; i++) {
      LocalDate day = DAY.plusYears(random.nextInt(20));
      CaseNumber number =
          IntStream.generate(() -> random.nextInt(CaseNumber.LARGEST_SERIAL + 1))
              .mapToObj(serial -> CaseNumber.of(day, serial))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseThrow();
      assertThat(CaseNumber.read(number.value())).hasValue(number);
      Set<String> slips = new HashSet<>(wrongDigits(number.value()));
      slips.addAll(swapped(number.value()));
      slips.remove(number.value());
      assertThat(slips).isNotEmpty().noneMatch(slip -> CaseNumber.read(slip).isPresent());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "令和8-01234-4",
        "令和８－０１２３４－４",
        " 令和8年-01234-4 ",
        "R8-01234-4",
        "r8‐01234‐4",
        "令8ー01234ー4",
        "令和8-0001234-4",
        "令和8 01234 4"
      })
  void what_people_write_is_read(String typed) {
    assertThat(CaseNumber.read(typed)).hasValue(new CaseNumber("令和8-01234-4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8-01234-4",
        "令和-01234-4",
        "令和8-1234",
        "令和8-01234-",
        "令和8-12345678-4",
        "慶応8-01234-4",
        "令和8-01234-4-4",
        "0199a1b2-0000-7000-8000-0000000000a1"
      })
  void what_is_no_number_is_not_read(String typed) {
    assertThat(CaseNumber.read(typed)).isEmpty();
  }

  private static Set<String> wrongDigits(String number) {
    Set<String> slips = new HashSet<>();
    digits(number)
        .forEach(
            place ->
                Stream.of("0123456789".split(""))
                    .forEach(
                        digit ->
                            slips.add(
                                number.substring(0, place) + digit + number.substring(place + 1))));
    return slips;
  }

  private static Set<String> swapped(String number) {
    Set<String> slips = new HashSet<>();
    for (int one : digits(number).toArray()) {
      for (int other : digits(number).toArray()) {
        char[] letters = number.toCharArray();
        letters[one] = number.charAt(other);
        letters[other] = number.charAt(one);
        slips.add(new String(letters));
      }
    }
    return slips;
  }

  private static IntStream digits(String number) {
    return IntStream.range(0, number.length()).filter(i -> Character.isDigit(number.charAt(i)));
  }
}
