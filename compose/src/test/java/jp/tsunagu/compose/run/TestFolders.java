package jp.tsunagu.compose.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import jp.tsunagu.compose.database.EmbeddedDatabase;
import jp.tsunagu.compose.disk.FolderTree;
import jp.tsunagu.compose.login.OneSigningKey;

/**
 * Data folders of networks that tests start.
 *
 * <p>The database's programs are unpacked once for all of them and lie in each before its first
 * start, which checks them as at every later start; the key that signs tokens is made once
 * (measured: seven seconds of processor time each).
 */
public final class TestFolders {
  private static final Path PARENT = Path.of("target", "networks");

  private TestFolders() {}

  /** An empty one of its own, claimed. */
  public static DataFolder empty(String name) {
    return claimed(emptyRoot(name));
  }

  /** An empty one of its own that nobody has claimed yet, with the database's programs in it. */
  public static Path emptyRoot(String name) {
    try {
      Files.createDirectories(PARENT);
      var root = Files.createTempDirectory(PARENT, name + "-").toAbsolutePath();
      copy(Unpacked.PROGRAMS, root.resolve("programs"));
      return root;
    } catch (IOException exception) {
      throw new UncheckedIOException("no folder for " + name, exception);
    }
  }

  /**
   * This one, claimed.
   *
   * @throws IllegalStateException if it cannot be used
   */
  public static DataFolder claimed(Path folder) {
    return switch (DataFolder.claim(folder)) {
      case DataFolder.Claim.Claimed(DataFolder ours) -> filled(ours);
      case DataFolder.Claim.Refused(Obstacle obstacle) ->
          throw new IllegalStateException(obstacle.toString());
    };
  }

  private static DataFolder filled(DataFolder folder) {
    if (!Files.exists(folder.programs())) {
      copy(Unpacked.PROGRAMS, folder.programs());
    }
    OneSigningKey.into(folder.login());
    return folder;
  }

  /** With the times of the folders too, by which it is seen that nothing has to be unpacked. */
  private static void copy(Path from, Path to) {
    try (var files = Files.walk(from)) {
      var all = files.toList();
      for (var file : all) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
      for (var folder : all.reversed()) {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
          Files.setLastModifiedTime(
              to.resolve(from.relativize(folder).toString()), Files.getLastModifiedTime(folder));
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot copy " + from, exception);
    }
  }

  /** By a server that nobody uses, when first asked for. */
  private static final class Unpacked {
    private static final Path PROGRAMS = unpacked();

    private static Path unpacked() {
      try {
        Files.createDirectories(PARENT);
        var folder = Files.createTempDirectory(PARENT, "programs-").toAbsolutePath();
        var place = new EmbeddedDatabase.Place(folder.resolve("data"), folder.resolve("programs"));
        EmbeddedDatabase.start(place, "nobody's").close();
        new FolderTree(place.data()).delete();
        return place.programs();
      } catch (IOException exception) {
        throw new UncheckedIOException("no programs of a database", exception);
      }
    }
  }
}
