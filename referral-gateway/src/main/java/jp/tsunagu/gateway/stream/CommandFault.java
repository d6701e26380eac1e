package jp.tsunagu.gateway.stream;

/** A fault of ours met while judging one command, before anything of it was written. */
final class CommandFault extends RuntimeException {

  private final RuntimeException fault;

  CommandFault(RuntimeException fault) {
    super("a command could not be judged", fault);
    this.fault = fault;
  }

  RuntimeException fault() {
    return fault;
  }
}
