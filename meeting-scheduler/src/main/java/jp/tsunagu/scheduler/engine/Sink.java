package jp.tsunagu.scheduler.engine;

import jp.tsunagu.runtime.broker.Outgoing;

/** The sinks of the topology, by their names. */
enum Sink implements Outgoing.Sink {
  MEETING_EVENTS("meeting-events"),
  OUTBOX("outbox"),
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
