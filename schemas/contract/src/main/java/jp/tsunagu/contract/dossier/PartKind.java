package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.code.Code;

/** What kind of part of a dossier this is. */
public enum PartKind implements Code {
  /** Who belongs to the household: relation and age, as one of them told it. */
  HOUSEHOLD("世帯"),
  /** One person's own details. */
  PERSON("本人"),
  /** Address and whereabouts of a protected person. */
  WHEREABOUTS("所在"),
  /** Keyed hash of name and birth date; for the desk alone. */
  SUBJECT_TOKEN("照合符号"),
  /** Text about one person, or about nobody where its author says so. */
  NOTE("連絡文"),
  /** Who at the sending agency is in charge. */
  STAFF("担当者"),
  /** A file about one person; its pieces travel by themselves ({@link FilePiece}). */
  FILE("添付ファイル");

  private final String label;

  PartKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it may tell where somebody is, whatever is said of it: nobody looks into a file. */
  public boolean mayTellWhereabouts() {
    return this == WHEREABOUTS || this == FILE;
  }

  /**
   * Whether a part of this kind tells something of a person, so that it needs a person and a basis.
   * What is about the agency never does; a text does unless its author says that it names no one.
   */
  public boolean isPersonal(boolean namesNoOne) {
    return switch (this) {
      case HOUSEHOLD, PERSON, WHEREABOUTS, SUBJECT_TOKEN, FILE -> true;
      case NOTE -> !namesNoOne;
      case STAFF -> false;
    };
  }
}
