package jp.tsunagu.contract.directory;

/** Numbers small enough to point to a household are not shown to everybody. */
public final class SmallNumbers {

  /** From this number on a figure is shown; a choice of this project. */
  public static final long SMALLEST_SHOWN = 5;

  private SmallNumbers() {}

  /** Whether everybody may read the number; nothing at all they may. */
  public static boolean mayShow(long number) {
    return number == 0 || number >= SMALLEST_SHOWN;
  }
}
