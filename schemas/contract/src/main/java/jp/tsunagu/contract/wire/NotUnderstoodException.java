package jp.tsunagu.contract.wire;

/** Bytes are well-formed and say what this program may not guess; never leaves this package. */
final class NotUnderstoodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UnreadableReason reason;

  NotUnderstoodException(UnreadableReason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  UnreadableReason reason() {
    return reason;
  }
}
