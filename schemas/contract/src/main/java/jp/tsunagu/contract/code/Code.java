package jp.tsunagu.contract.code;

/** A code that a person reads by a label: a constant of an enum. */
public interface Code {

  /** By which programs tell it from others; never changes. */
  String name();

  /** What a person reads, in Japanese. */
  String label();

  /** Whether this program knows what it means; one of a newer program it may not know. */
  default boolean isKnown() {
    return true;
  }
}
