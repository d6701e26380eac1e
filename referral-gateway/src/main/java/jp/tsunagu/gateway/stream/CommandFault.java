package jp.tsunagu.gateway.stream;

import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/**
 * A fault of ours met while one record was judged, before anything of it was written: its code
 * failed, or what is stored of its case cannot be read.
 */
final class CommandFault extends RuntimeException {

  private final RuntimeException fault;

  private CommandFault(RuntimeException fault) {
    super("a command could not be judged", fault);
    this.fault = fault;
  }

  /** Reads or judges; a fault of the broker or of a store as a whole stays what it is. */
  static <T> T guard(Supplier<T> work) {
    try {
      return work.get();
    } catch (KafkaException everybodys) {
      throw everybodys;
    } catch (RuntimeException fault) {
      throw new CommandFault(fault);
    }
  }

  RuntimeException fault() {
    return fault;
  }
}
