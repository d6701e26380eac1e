package jp.tsunagu.connector.access;

/**
 * Who is given content, and by which way.
 *
 * @param id the account of a person as the login names her, or by which the site names the token of
 *     a system; stands in no log but the agency's own
 */
public record Reader(Kind kind, String id, Way way) {

  /** Who it is. */
  public enum Kind {
    PERSON("人"),
    SYSTEM("システム"),
    FOLDER("連携フォルダ");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** How content reaches its reader. */
  public enum Way {
    PAGE("画面"),
    INTERFACE("API"),
    FOLDER("フォルダ"),
    PAPER("印刷"),
    /** With all records of the agency, taken out by who leads it. */
    TAKEN_OUT("記録の持ち出し");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }

  /** The agency's exchange folder: whoever may look into it. */
  public static Reader folder() {
    return new Reader(Kind.FOLDER, "", Way.FOLDER);
  }

  @Override
  public String toString() {
    return "Reader[" + kind + ", ***, " + way + "]";
  }
}
