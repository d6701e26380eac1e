package jp.tsunagu.gateway.enrolment;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random secrets: for programs, and for people who type them. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** No letter that is taken for another or for a digit. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int GROUPS = 5;
  private static final int IN_GROUP = 4;

  private Secrets() {}

  /** 256 bits. */
  static String ofProgram() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** 100 bits, in groups that can be read aloud. */
  static String ofPerson() {
    return IntStream.range(0, GROUPS)
        .mapToObj(
            _ ->
                RANDOM
                    .ints(IN_GROUP, 0, LETTERS.length())
                    .mapToObj(place -> String.valueOf(LETTERS.charAt(place)))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }
}
