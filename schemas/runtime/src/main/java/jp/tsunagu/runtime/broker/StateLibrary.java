package jp.tsunagu.runtime.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.rocksdb.NativeLibraryLoader;

/**
 * The native library of the local state, unpacked beside it and written over by the next start: in
 * the folder for temporary files every process that is killed would leave another 15 MB.
 *
 * @param folder below the directory of the state; made if it is not there
 */
record StateLibrary(Path folder) {

  /** Loads it, once in a process, whoever comes first. */
  void load() {
    try {
      NativeLibraryLoader.getInstance().loadLibrary(OwnerOnly.folder(folder).toString());
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write to " + folder, exception);
    }
  }
}
