package jp.tsunagu.connector.outbox;

import java.util.List;

/**
 * Commands that are accepted together or not at all, in this order.
 *
 * @param wishes at least one
 * @param answer what the caller is told now and at every repetition
 */
public record Wishes(List<Wish> wishes, Answer answer) {

  public Wishes {
    wishes = List.copyOf(wishes);
    if (wishes.isEmpty()) {
      throw new IllegalArgumentException("a submission has at least one command");
    }
  }
}
