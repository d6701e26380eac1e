package jp.tsunagu.compose.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import jp.tsunagu.compose.run.ChildJvm;
import tools.jackson.databind.json.JsonMapper;

/** The running {@link Generator}: a JVM with the same class path. */
final class GeneratorProcess implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int SECONDS_TO_END = 20;

  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader outcomes;
  private final Path errors;

  private GeneratorProcess(Process process, Path errors) {
    this.process = process;
    this.orders = process.outputWriter();
    this.outcomes = process.inputReader();
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param logs made if it is not there; what it says of itself goes there
   */
  static GeneratorProcess start(Path logs, Setup setup) throws IOException {
    var process = ChildJvm.of(Generator.class, logs, "-Xmx700m").start();
    var generator = new GeneratorProcess(process, ChildJvm.errors(logs));
    generator.tell(setup);
    return generator;
  }

  long pid() {
    return process.pid();
  }

  /** Has an order carried out. */
  Outcome ask(Order order) {
    try {
      tell(order);
      var line = outcomes.readLine();
      if (line == null) {
        throw new IllegalStateException("the generator ended at " + order + ": see " + errors);
      }
      return MAPPER.readValue(line, Outcome.class);
    } catch (IOException exception) {
      throw new UncheckedIOException("no word from the generator: see " + errors, exception);
    }
  }

  private void tell(Object what) throws IOException {
    orders.write(MAPPER.writeValueAsString(what));
    orders.newLine();
    orders.flush();
  }

  @Override
  public void close() {
    try {
      orders.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
