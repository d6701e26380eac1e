package jp.tsunagu.gateway.web;

/** The lists that have pages; a cursor of one is no good for another. */
final class Lists {

  static final char CASES = 'c';
  static final char REFERRALS = 'r';
  static final char QUEUE = 'q';
  static final char PROTECTED = 'p';

  private Lists() {}
}
