package jp.tsunagu.connector.inbox.kafka;

import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.transaction.TransactionException;

/** Tells what passes by itself from what stands in the record. */
final class Failures {

  private Failures() {}

  /** A database or broker that is away is no reason to stop at a record: start over later. */
  static void rethrowIfTemporary(RuntimeException e) {
    boolean temporary =
        switch (e) {
          case NonTransientDataAccessResourceException _ -> true;
          case NonTransientDataAccessException _ -> false;
          case DataAccessException _, TransactionException _, KafkaException _ -> true;
          case RuntimeException _ -> false;
        };
    if (temporary) {
      throw e;
    }
  }
}
