package jp.tsunagu.connector.takeout;

/** What a take-out counts, by the name under which it stands in its manifest. */
enum Taken {
  CASES("cases"),
  REFERRALS("referrals"),
  DOSSIERS("dossiers"),
  FORMS("forms"),
  NOTES("notes"),
  CONSENTS("consents"),
  COMMANDS("commands"),
  MEETINGS("meetings"),
  NEWS("news"),
  ACCESSES("accesses"),
  FILES("files"),
  PAPERS("papers");

  private final String id;

  Taken(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }
}
