package jp.tsunagu.contract.form;

/**
 * Whose the text of a field is: on whose basis it travels, and with whose it is locked and erased.
 */
public enum TextOwner {
  /** No words about anybody: codes, numbers, days, ids. */
  NOBODY(""),
  /** The person the row is about. */
  PERSON("この欄の世帯員のもの"),
  /** Who told it: that person's basis is the ground. */
  TELLER("話した人のもの"),
  /** Whom the author names beside it; or nobody, where the author says so. */
  NAMED_BESIDE("書いた人が示す世帯員のもの"),
  /** The agency that writes. */
  AGENCY("書いた機関のもの");

  private final String label;

  TextOwner(String label) {
    this.label = label;
  }

  /** What a person reads; empty where there is nothing to own. */
  public String label() {
    return label;
  }
}
