package jp.tsunagu.contract.person;

import jp.tsunagu.contract.id.PersonRef;

/**
 * Something written on a sheet that tells who a person is. Its text is never printed.
 *
 * @param person whose it is
 * @param text as it was typed
 */
public record Identity(PersonRef person, Kind kind, String text) {

  /** What it is. */
  public enum Kind {
    NAME("氏名"),
    READING("ふりがな"),
    TELEPHONE("電話番号"),
    ADDRESS("住所");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }

    /** Whether it tells where the person is. */
    public boolean locates() {
      return this == TELEPHONE || this == ADDRESS;
    }
  }

  @Override
  public String toString() {
    return "Identity[" + person + ", " + kind + "]";
  }
}
