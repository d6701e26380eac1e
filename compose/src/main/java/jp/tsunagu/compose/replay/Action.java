package jp.tsunagu.compose.replay;

/**
 * Something an agency's system does through its connector.
 *
 * @param referralId empty for a new referral
 * @param name such as {@code accept}
 * @param form JSON
 */
record Action(String referralId, String name, String form) {
  private static final String NEW = "";

  static Action on(News news, String name) {
    return new Action(news.referralId(), name, "{}");
  }

  static Action on(News news, String name, String form) {
    return new Action(news.referralId(), name, form);
  }

  static Action newReferral(String form) {
    return new Action(NEW, "refer", form);
  }

  boolean isNewReferral() {
    return referralId.equals(NEW);
  }

  /** A form holds what a person typed. */
  @Override
  public String toString() {
    return "Action[" + name + "]";
  }
}
