package jp.tsunagu.compose.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import jp.tsunagu.runtime.start.StartRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are edited by hand, and hands slip. */
class AccountsTest {
  private static final Account HANAKO =
      new Account("1", "hanako", "見本 花子", "shakyo", List.of("agency-staff"), "x", false, false);

  @TempDir private Path folder;
  private Path file;
  private Accounts accounts;
  private int edits;

  @BeforeEach
  void somebody() {
    file = folder.resolve("accounts.json");
    accounts = Accounts.in(folder);
    accounts.add(List.of(HANAKO));
  }

  private void edit(String content) {
    try {
      Files.writeString(file, content);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(++edits)));
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  private String written() {
    try {
      return Files.readString(file);
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[null]",
        "[{\"id\": \"1\"",
        "[{\"id\": \"1\", \"login\": \"hanako\"}]",
        "{}",
      })
  void what_was_read_last_counts_while_the_file_cannot_be_read(String broken) {
    var before = written();
    edit(broken);
    assertThat(accounts.byLogin("hanako")).contains(HANAKO);
    assertThat(accounts.byId("1")).contains(HANAKO);
    assertThat(accounts.fault()).hasValueSatisfying(why -> assertThat(why).contains(file + ""));
    edit(before.replace("\"withdrawn\" : false", "\"withdrawn\" : true"));
    assertThat(accounts.byLogin("hanako")).isEmpty();
    assertThat(accounts.fault()).isEmpty();
  }

  @Test
  void a_misspelt_word_and_a_login_given_twice_are_no_accounts() {
    var before = written();
    edit(before.replace("\"withdrawn\" : false", "\"withdrawn\" : false, \"withdrwan\" : true"));
    assertThat(accounts.fault())
        .hasValueSatisfying(why -> assertThat(why).contains("行目").doesNotContain("花子"));
    edit(before.replace("]", "").stripTrailing() + "," + before.substring(before.indexOf('{')));
    assertThat(accounts.fault()).isPresent();
    assertThat(accounts.byLogin("hanako")).contains(HANAKO);
  }

  @Test
  void what_could_not_be_read_is_kept_when_a_password_is_changed() {
    edit("[broken");
    accounts.change("hanako", it -> it.withPassword("another"));
    assertThat(folder.resolve("accounts.json.unreadable")).hasContent("[broken");
    assertThat(Accounts.in(folder).byLogin("hanako").map(Account::password)).contains("another");
  }

  @Test
  void a_start_with_a_file_that_cannot_be_read_is_refused_in_one_line() {
    edit("[broken");
    assertThatThrownBy(() -> Accounts.in(folder))
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused ->
                assertThat(refused.report())
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(file + "(1行目)", "直すか")));
  }
}
