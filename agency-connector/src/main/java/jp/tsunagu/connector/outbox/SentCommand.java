package jp.tsunagu.connector.outbox;

/**
 * A command the broker confirmed, and where it stands in the agency's outbox topic.
 *
 * @param id of its row
 */
public record SentCommand(long id, int partition, long offset) {}
