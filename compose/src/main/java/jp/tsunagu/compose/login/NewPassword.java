package jp.tsunagu.compose.login;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes passwords that a person can read out and type: three groups of four letters, 59 bits. */
final class NewPassword {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 3;
  private static final int LENGTH = 4;

  private final SecureRandom random = new SecureRandom();

  String make() {
    return IntStream.range(0, GROUPS)
        .mapToObj(
            _ ->
                random
                    .ints(LENGTH, 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("-"));
  }
}
