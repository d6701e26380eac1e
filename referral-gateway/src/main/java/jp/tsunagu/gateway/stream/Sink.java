package jp.tsunagu.gateway.stream;

import jp.tsunagu.runtime.broker.Outgoing;

/** The sinks of the topology, by their names. */
enum Sink implements Outgoing.Sink {
  LEDGER("ledger"),
  PROTECTED_CASES("protected-cases"),
  INBOX("inboxes"),
  DIRECTORY("directory"),
  DEAD_LETTERS("dead-letters");

  private final String node;

  Sink(String node) {
    this.node = node;
  }

  @Override
  public String node() {
    return node;
  }
}
