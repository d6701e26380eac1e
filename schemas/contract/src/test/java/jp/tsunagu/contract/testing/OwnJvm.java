package jp.tsunagu.contract.testing;

import java.nio.file.Path;
import java.util.List;

/**
 * A Java process that a test starts and ends or kills within a minute or two.
 *
 * <p>It has the options of the tests' own virtual machine: what the second compiler, the collector
 * of large heaps and collections of a small metaspace or code cache would cost, so short a life
 * never gets back (measured: half of the processor time).
 */
public final class OwnJvm {
  private OwnJvm() {}

  /**
   * The command as far as the class path or jar.
   *
   * @param heap the most it may take (e.g. {@code 256m})
   */
  public static List<String> command(String heap) {
    return List.of(
        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
        "-Xmx" + heap,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:MetaspaceSize=256m",
        "-XX:ReservedCodeCacheSize=256m",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED");
  }
}
