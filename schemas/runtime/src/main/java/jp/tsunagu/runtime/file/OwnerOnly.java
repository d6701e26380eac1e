package jp.tsunagu.runtime.file;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Folders and files for nobody but the user of this process: 0700 and 0600, whatever the umask. A
 * folder that is there already was made by somebody who knew for whom; it stays as it is, and what
 * is written into it may be read by those who may look into it.
 */
public final class OwnerOnly {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> ANY_FILE =
      PosixFilePermissions.fromString("rw-rw-rw-");

  private OwnerOnly() {}

  /** Makes what is missing of this path, each folder for its owner only. */
  public static Path folder(Path folder) throws IOException {
    return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
  }

  /** Takes the folder away from everybody but its owner. */
  public static void close(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, FOLDER);
  }

  /** Whether it belongs to the user of this process. */
  public static boolean isOwn(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid") instanceof Integer owner
        && owner == new UnixSystem().getUid();
  }

  /** Whether anybody but the owner may do anything with it. */
  public static boolean isOpen(Path path) throws IOException {
    Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
    others.removeAll(FOLDER);
    return !others.isEmpty();
  }

  /** For a file that is about to be made. */
  public static FileAttribute<Set<PosixFilePermission>> file() {
    return PosixFilePermissions.asFileAttribute(FILE);
  }

  /**
   * Writes a file as a whole or not at all: under another name, onto the disk, then renamed. Only
   * its owner may read it.
   */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, content, FILE);
  }

  /** The same for those for whom its folder is. */
  public static void writeForFolder(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Set<PosixFilePermission> shared = EnumSet.copyOf(Files.getPosixFilePermissions(folder));
    shared.retainAll(ANY_FILE);
    shared.addAll(FILE);
    write(file, content, shared);
  }

  private static void write(Path file, byte[] content, Set<PosixFilePermission> permissions)
      throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(unfinished);
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(unfinished, fresh, file())) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
    if (!permissions.equals(FILE)) {
      Files.setPosixFilePermissions(unfinished, permissions);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
