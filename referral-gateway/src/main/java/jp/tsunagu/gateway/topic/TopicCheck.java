package jp.tsunagu.gateway.topic;

/** What a look at the topics gave. */
public sealed interface TopicCheck {

  /** All topics were looked at. */
  record Checked(TopicReport report) implements TopicCheck {}

  /** The brokers did not answer or refused; nothing is known. */
  record Unreachable(String reason) implements TopicCheck {}
}
