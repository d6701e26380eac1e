package jp.tsunagu.runtime.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/**
 * The tables (files {@code .sst}) in which an application keeps its stores, each block of them with
 * a checksum. Whoever goes through a store of Kafka Streams is not told of a block that does not
 * match: the store just seems to end there. So they are read before it is opened.
 *
 * @param folder of the application; there need not be one
 */
record StateTables(Path folder) {

  private static final String TABLE = ".sst";

  /** A table that is not as it was written, if there is one. */
  Optional<Path> spoilt() {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Options options = new Options();
        Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(TABLE))
          .filter(table -> !isWhole(table, options))
          .findFirst();
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot read " + folder, exception);
    }
  }

  private static boolean isWhole(Path table, Options options) {
    try (SstFileReader reader = new SstFileReader(options)) {
      reader.open(table.toString());
      reader.verifyChecksum();
      return true;
    } catch (RocksDBException mismatch) {
      return false;
    }
  }
}
