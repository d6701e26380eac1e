package jp.tsunagu.connector.record;

import java.util.Optional;

/**
 * An inbox item on its way to the agency's own system.
 *
 * @param id stable for this item and channel
 * @param attempts made so far
 * @param lastError why the last attempt failed, without personal data
 */
public record Delivery(
    long id, Channel channel, InboxItem item, int attempts, Optional<String> lastError) {

  /** How the agency's system is told. */
  public enum Channel {
    WEBHOOK("Webhook"),
    FOLDER("フォルダ");

    private final String label;

    Channel(String label) {
      this.label = label;
    }

    /** What a person reads. */
    public String label() {
      return label;
    }
  }
}
