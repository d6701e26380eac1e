package jp.tsunagu.contract.wording;

import jp.tsunagu.contract.code.Code;

/**
 * A value of a closed or growing list as everything a person or program reads tells it: never the
 * code alone, never the label alone.
 *
 * @param code by which programs tell it from others; never changes
 * @param label what a person reads, in Japanese
 */
public record Coded(String code, String label) {

  /** A constant of an enum. */
  public static Coded of(Code code) {
    return new Coded(code.name(), code.label());
  }
}
