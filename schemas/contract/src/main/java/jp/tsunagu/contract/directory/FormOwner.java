package jp.tsunagu.contract.directory;

import jp.tsunagu.contract.growth.GrowingCode;

/** Whose a field is that a city added to a form: on whose basis it travels, if it does. */
public enum FormOwner implements GrowingCode {
  /** The person the row is about (世帯員). */
  PERSON("行の世帯員"),
  /** The agency that fills the form in: whoever reads anything of the form reads it. */
  AGENCY("書いた機関"),
  /** A newer program gave a code this one does not know. */
  UNKNOWN(GrowingCode.NEW_LABEL);

  private final String label;

  FormOwner(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
