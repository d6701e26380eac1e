package jp.tsunagu.runtime.aside;

/** What a person reads where something was put aside. */
public final class Incomplete {

  /** Of a case. */
  public static final String CASE = "不完全: この案件に読めない記録があり、その後のできごとは入っていません。";

  private Incomplete() {}
}
