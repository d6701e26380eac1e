package jp.tsunagu.runtime.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

  @TempDir private Path directory;

  @Test
  void folders_and_files_it_makes_are_for_their_owner() throws IOException {
    Path above = directory.resolve("one");
    Path folder = OwnerOnly.folder(above.resolve("two"));
    OwnerOnly.write(folder.resolve("key"), "secret".getBytes(UTF_8));
    OwnerOnly.writeForFolder(folder.resolve("sheet"), "name".getBytes(UTF_8));
    assertThat(permissions(above)).isEqualTo("rwx------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.resolve("key"))).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("sheet"))).isEqualTo("rw-------");
    assertThat(Files.readString(folder.resolve("sheet"))).isEqualTo("name");
    assertThat(Files.list(folder)).hasSize(2);
  }

  @Test
  void a_folder_that_was_shared_stays_so_and_its_files_are_for_the_same_people()
      throws IOException {
    Path shared = Files.createDirectory(directory.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));
    OwnerOnly.folder(shared);
    OwnerOnly.writeForFolder(shared.resolve("sheet"), "name".getBytes(UTF_8));
    OwnerOnly.write(shared.resolve("key"), "secret".getBytes(UTF_8));
    assertThat(permissions(shared)).isEqualTo("rwxrwx---");
    assertThat(permissions(shared.resolve("sheet"))).isEqualTo("rw-rw----");
    assertThat(permissions(shared.resolve("key"))).isEqualTo("rw-------");
  }

  @Test
  void whether_others_may_look_into_a_folder_is_known_and_can_be_ended() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("open"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x---"));
    assertThat(OwnerOnly.isOpen(folder)).isTrue();
    OwnerOnly.close(folder);
    assertThat(OwnerOnly.isOpen(folder)).isFalse();
    assertThat(OwnerOnly.isOwn(folder)).isTrue();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
