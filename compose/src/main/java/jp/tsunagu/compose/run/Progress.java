package jp.tsunagu.compose.run;

/** Told what the start is doing, from whichever thread does it. */
@FunctionalInterface
public interface Progress {
  /** This part is up. */
  void up(String part);
}
