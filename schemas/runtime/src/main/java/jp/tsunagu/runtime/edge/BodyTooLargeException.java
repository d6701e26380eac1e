package jp.tsunagu.runtime.edge;

/** Ends the reading of a body that is larger than a service takes; answered 413. */
final class BodyTooLargeException extends RuntimeException {

  BodyTooLargeException() {
    super("a body is larger than this service takes", null, false, false);
  }
}
