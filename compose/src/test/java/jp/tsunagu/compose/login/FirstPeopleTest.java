package jp.tsunagu.compose.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A city of one's own gets an administrator who can log in, wherever its first start breaks off.
 */
class FirstPeopleTest {
  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  @TempDir private Path folder;
  private City city;
  private Path note;

  @BeforeEach
  void ownCity() throws IOException {
    var file = folder.resolve("network.yaml");
    SampleCity.writeUnlessThere(file);
    Files.writeString(file, Files.readString(file).replace("id: tachikawa", "id: mycity"));
    city = City.read(file);
    note = folder.resolve("first-administrator.txt");
  }

  private void start() {
    new FirstPeople(encoder).settle(city, Accounts.in(folder), folder);
  }

  private String told() throws IOException {
    return Files.readString(note).lines().toList().getLast().split(" +", -1)[1];
  }

  private boolean letsIn(String password) {
    return Accounts.in(folder)
        .byLogin("administrator")
        .filter(account -> encoder.matches(password, account.password()))
        .isPresent();
  }

  @Test
  void her_password_stands_in_a_file_of_its_owner_until_she_has_chosen_another()
      throws IOException {
    start();
    assertThat(letsIn(told())).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
        .isEqualTo("rw-------");
    start();
    assertThat(letsIn(told())).as("killed before anybody read it").isTrue();
    Accounts.in(folder).change("administrator", it -> it.withPassword("another"));
    start();
    assertThat(note).as("killed before it was removed").doesNotExist();
  }

  @Test
  void a_start_that_breaks_off_before_her_account_is_stored_leaves_no_account_without_password()
      throws IOException {
    var obstacle = Files.createDirectories(folder.resolve("accounts.json.tmp").resolve("full"));
    assertThatThrownBy(this::start).isInstanceOf(UncheckedIOException.class);
    assertThat(folder.resolve("accounts.json")).doesNotExist();
    assertThat(note).as("written first").exists();
    Files.delete(obstacle);
    start();
    assertThat(letsIn(told())).isTrue();
  }
}
