package jp.tsunagu.connector.enrolment;

/** The settings of a connector that a bundle has to do with. */
final class SettingNames {

  static final String BUNDLE = "tsunagu.connector.bundle";
  static final String PASSWORD = "tsunagu.connector.bundle-password";
  static final String HOME = "tsunagu.connector.data-dir";
  static final String AGENCY = "tsunagu.connector.agencies[0].id";

  /** Set by this process for itself: the last day of what was taken in. */
  static final String UNTIL = "enrolment.until";

  private SettingNames() {}
}
