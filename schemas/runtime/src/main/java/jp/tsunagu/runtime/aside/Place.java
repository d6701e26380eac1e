package jp.tsunagu.runtime.aside;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record stands: topic, partition from 0, offset from 0. */
public record Place(String topic, int partition, long offset) {

  private static final Pattern FORM =
      Pattern.compile("([a-zA-Z0-9._-]{1,249})/(\\d{1,5})/(\\d{1,18})");

  /** Reads {@code topic/partition/offset}; empty if it is none. */
  public static Optional<Place> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Place(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether this one was written before that one; between two partitions there is no order. */
  public boolean isBefore(Place other) {
    return topic.equals(other.topic) && partition == other.partition && offset < other.offset;
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
