package jp.tsunagu.compose.console;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints for a person: lines, and a bar that is drawn over itself on a terminal and becomes one
 * line per step of ten per cent elsewhere. Safe for many threads.
 */
public final class Console {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private int lastTenth = -1;
  private boolean barIsOpen;

  /**
   * A console.
   *
   * @param terminal whether a line can be drawn over
   */
  public Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** The console of this process, in UTF-8. */
  public static Console ofProcess() {
    var terminal = System.console() != null && System.console().isTerminal();
    return new Console(
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            true,
            java.nio.charset.StandardCharsets.UTF_8),
        terminal);
  }

  /** One line. */
  public synchronized void line(String text) {
    if (barIsOpen) {
      out.println();
      barIsOpen = false;
    }
    out.println(text);
  }

  /** One formatted line. */
  public void line(String format, Object... values) {
    line(String.format(Locale.ROOT, format, values));
  }

  /** The bar at {@code done} of {@code total}. */
  public synchronized void bar(String label, int done, int total) {
    if (terminal) {
      out.print("\r" + drawn(label, done, total));
      out.flush();
      barIsOpen = done < total;
      if (!barIsOpen) {
        out.println();
      }
      return;
    }
    var tenth = total == 0 ? 10 : done * 10 / total;
    if (tenth != lastTenth) {
      lastTenth = tenth;
      out.println(drawn(label, done, total));
    }
  }

  private static String drawn(String label, int done, int total) {
    var filled = total == 0 ? WIDTH : done * WIDTH / total;
    var bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    return String.format(Locale.ROOT, "%s %s %d/%d", label, bar, done, total);
  }
}
