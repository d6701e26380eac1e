package jp.tsunagu.gateway.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs faults of our own by kind and place; never by message, which may quote a record. */
final class FaultLog {

  private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

  private FaultLog() {}

  static void report(String what, Throwable fault) {
    StackTraceElement[] places = fault.getStackTrace();
    LOG.error(
        "{} could not be handled: {} at {}",
        what,
        fault.getClass().getName(),
        places.length == 0 ? "an unknown place" : places[0]);
  }
}
