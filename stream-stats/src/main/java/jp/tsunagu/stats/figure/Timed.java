package jp.tsunagu.stats.figure;

/**
 * A cell to which something adds 1.
 *
 * @param milliseconds of a duration how long it was exactly, else 0
 */
public record Timed(Cell cell, long milliseconds) {

  /** Of something that is counted and not timed. */
  static Timed not(Cell cell) {
    return new Timed(cell, 0);
  }
}
