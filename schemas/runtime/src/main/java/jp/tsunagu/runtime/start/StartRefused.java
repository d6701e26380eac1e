package jp.tsunagu.runtime.start;

import java.util.List;

/** A service cannot start with these settings; the message is for the person who wrote them. */
public final class StartRefused extends RuntimeException {

  private final List<String> report;

  private StartRefused(List<String> report) {
    super(String.join(System.lineSeparator(), report));
    this.report = List.copyOf(report);
  }

  /** For one or more reasons, one line each, in Japanese. */
  public static StartRefused because(List<String> report) {
    return new StartRefused(report);
  }

  /** For one reason, in Japanese. */
  public static StartRefused because(String reason) {
    return new StartRefused(List.of(reason));
  }

  /** The reasons, one line each. */
  public List<String> report() {
    return report;
  }
}
