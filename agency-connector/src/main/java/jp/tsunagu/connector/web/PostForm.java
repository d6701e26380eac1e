package jp.tsunagu.connector.web;

import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.runtime.problem.Problem;
import tools.jackson.databind.node.ObjectNode;

/** Understands the body of one kind of POST. */
interface PostForm {

  /** Reads the body and what it is about. */
  Reading read(Exchange exchange, ObjectNode root);

  /** Told once it is stored, in the same transaction; not told of a repetition. */
  default void stored() {}

  /** What reading gave. */
  sealed interface Reading {

    /**
     * Commands to be stored together.
     *
     * @param ids what was made, as the caller is told: {@code caseId}, {@code referralId} …
     */
    record Ready(List<Wish> wishes, Map<String, Object> ids) implements Reading {
      public Ready {
        wishes = List.copyOf(wishes);
      }
    }

    /** It cannot be done. */
    record Stopped(Problem problem) implements Reading {}
  }
}
