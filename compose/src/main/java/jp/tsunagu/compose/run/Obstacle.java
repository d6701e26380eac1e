package jp.tsunagu.compose.run;

/**
 * Why the run cannot begin.
 *
 * @param code for programs
 * @param message for the person at the console, with what can be done
 */
public record Obstacle(Code code, String message) {

  /** The kinds of obstacle. */
  public enum Code {
    DATA_IN_USE,
    DATA_UNUSABLE,
    DATA_OPEN,
    DISK_FULL,
    PORT_IN_USE,
    ANOTHER_CITY,
    ANOTHER_FORMAT,
    HALF_RESTORED
  }
}
