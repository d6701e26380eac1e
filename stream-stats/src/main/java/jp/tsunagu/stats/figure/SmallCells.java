package jp.tsunagu.stats.figure;

/** Numbers small enough to point to a household are not published. */
public final class SmallCells {

  /** From this number on a figure is published; a choice of this project. */
  public static final long SMALLEST_PUBLISHED = 5;

  private SmallCells() {}

  /** Whether the number may stand in a published figure; nothing at all may. */
  public static boolean mayShow(long number) {
    return number == 0 || number >= SMALLEST_PUBLISHED;
  }
}
