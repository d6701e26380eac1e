package jp.tsunagu.compose.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jp.tsunagu.compose.run.DataFolder.Claim;
import jp.tsunagu.contract.wire.SchemaTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path directory;

  @Test
  void a_folder_belongs_to_one_run_at_a_time() {
    var first = DataFolder.claim(directory.resolve("data"));
    var second = DataFolder.claim(directory.resolve("data"));
    assertThat(second).isInstanceOfSatisfying(Claim.Refused.class, this::saysWhoHasIt);
    assertThat(first).isInstanceOfSatisfying(Claim.Claimed.class, it -> it.folder().close());
    var third = DataFolder.claim(directory.resolve("data"));
    assertThat(third).isInstanceOfSatisfying(Claim.Claimed.class, it -> it.folder().close());
  }

  private void saysWhoHasIt(Claim.Refused refused) {
    assertThat(refused.obstacle().code()).isEqualTo(Obstacle.Code.DATA_IN_USE);
    assertThat(refused.obstacle().message())
        .contains("プロセス " + ProcessHandle.current().pid(), "--data");
  }

  @Test
  void a_file_where_the_folder_should_be_is_refused() throws IOException {
    var file = Files.writeString(directory.resolve("file"), "");
    assertThat(DataFolder.claim(file))
        .isInstanceOfSatisfying(
            Claim.Refused.class,
            it -> assertThat(it.obstacle().code()).isEqualTo(Obstacle.Code.DATA_UNUSABLE));
  }

  @Test
  void nobody_else_may_look_into_a_folder_that_is_new_or_holds_nothing_but_ours()
      throws IOException {
    var fresh = directory.resolve("fresh").resolve("data");
    claimed(fresh).close();
    assertThat(permissions(fresh)).isEqualTo("rwx------");
    var prepared = openToAll(Files.createDirectory(directory.resolve("prepared")));
    Files.writeString(prepared.resolve("network.yaml"), "network:");
    claimed(prepared).close();
    assertThat(permissions(prepared)).isEqualTo("rwx------");
  }

  @Test
  void a_folder_with_other_things_that_others_may_look_into_is_left_alone() throws IOException {
    var home = openToAll(Files.createDirectory(directory.resolve("home")));
    Files.writeString(home.resolve("letter.txt"), "dear");
    assertThat(DataFolder.claim(home))
        .isInstanceOfSatisfying(
            Claim.Refused.class,
            it -> {
              assertThat(it.obstacle().code()).isEqualTo(Obstacle.Code.DATA_OPEN);
              assertThat(it.obstacle().message()).contains("chmod 700", "--data");
            });
    assertThat(permissions(home)).isEqualTo("rwxr-xr-x");
    assertThat(home.resolve("tsunagu.lock")).doesNotExist();
  }

  private static DataFolder claimed(Path folder) {
    return switch (DataFolder.claim(folder)) {
      case Claim.Claimed(DataFolder ours) -> ours;
      case Claim.Refused(Obstacle obstacle) -> throw new AssertionError(obstacle);
    };
  }

  private static Path openToAll(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String permissions(Path folder) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
  }

  @Test
  void a_folder_of_another_city_is_refused_and_says_what_can_be_done() {
    if (DataFolder.claim(directory.resolve("data")) instanceof Claim.Claimed(DataFolder folder)) {
      assertThat(folder.settle("komae")).isEmpty();
      assertThat(folder.settle("komae")).isEmpty();
      assertThat(folder.settle(null)).isEmpty();
      assertThat(folder.settle("edogawa"))
          .hasValueSatisfying(
              it -> assertThat(it.message()).contains("komae", "edogawa", "--data", "--fresh"));
      folder.empty();
      assertThat(folder.settle("edogawa")).isEmpty();
      folder.close();
    }
  }

  @Test
  void a_folder_of_an_older_format_is_refused_in_one_line_that_says_what_can_be_done()
      throws IOException {
    var data = directory.resolve("data");
    Files.createDirectories(data.resolve("broker"));
    if (DataFolder.claim(data) instanceof Claim.Claimed(DataFolder folder)) {
      assertThat(folder.settle(null))
          .hasValueSatisfying(
              it -> {
                assertThat(it.code()).isEqualTo(Obstacle.Code.ANOTHER_FORMAT);
                assertThat(it.message()).contains("--data", "--fresh").doesNotContain("\n");
              });
      assertThat(data.resolve("network.yaml")).doesNotExist();
      folder.empty();
      assertThat(folder.settle(null)).isEmpty();
      folder.close();
    }
    if (DataFolder.claim(data) instanceof Claim.Claimed(DataFolder again)) {
      assertThat(again.settle(null)).isEmpty();
      again.close();
    }
  }

  @Test
  void a_folder_is_read_while_schemas_are_appended_and_refused_once_one_was_released_anew()
      throws IOException {
    var data = directory.resolve("data");
    var folder = claimed(data);
    var note = data.resolve("tsunagu.format");
    var today = Files.readString(note);

    var rows = SchemaTable.standard().entries().size() - 1;
    var before = SchemaTable.standard().fingerprint(rows);
    Files.writeString(note, today.replaceFirst(" .*", " " + rows + " " + before));
    assertThat(folder.settle(null)).isEmpty();
    assertThat(note).hasContent(today);

    var other = SchemaTable.standard().fingerprint(rows - 1);
    for (var noted :
        List.of(
            today.replaceFirst(" .*", " " + rows + " " + other),
            today.replaceFirst(" \\d+ ", " " + (rows + 2) + " "),
            "5",
            "")) {
      Files.writeString(note, noted);
      assertThat(folder.settle(null))
          .as(noted)
          .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(Obstacle.Code.ANOTHER_FORMAT));
      assertThat(note).hasContent(noted);
    }
    folder.close();
  }

  @Test
  void a_taken_port_is_named_with_the_option_that_changes_it() throws IOException {
    var ports = Ports.anyFree();
    assertThat(ports.taken()).isEmpty();
    try (var other = new ServerSocket()) {
      other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ports.connector()));
      assertThat(ports.taken())
          .hasValueSatisfying(
              it -> assertThat(it.message()).contains("" + ports.connector(), "--connector-port"));
    }
  }
}
