package jp.tsunagu.compose.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of the file of accounts, which people may edit by hand: a misspelt word in it is refused
 * and not passed over, for it could have been the one that withdraws somebody.
 */
final class AccountsFile {
  private static final String FILE = "accounts.json";
  private static final String ASIDE = "accounts.json.unreadable";

  private final Path file;
  private final JsonMapper json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  AccountsFile(Path folder) {
    this.file = folder.resolve(FILE);
  }

  /** What came of reading it. */
  sealed interface Reading {
    /** These. */
    record Read(List<Account> accounts) implements Reading {
      /** Keeps an unmodifiable copy. */
      public Read {
        accounts = List.copyOf(accounts);
      }
    }

    /**
     * It cannot be understood.
     *
     * @param why for whoever edited it, in Japanese; tells nothing that stands in it
     */
    record Unreadable(String why) implements Reading {}
  }

  Path place() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  Reading read() {
    try {
      return judged(json.readValue(Files.readAllBytes(file), Account[].class));
    } catch (JacksonException faulty) {
      var at = faulty.getLocation();
      return unreadable(at == null ? "" : "(" + at.getLineNr() + "行目)", "書き方が正しくありません。");
    } catch (IOException _) {
      return unreadable("", "ファイルを開けません。");
    }
  }

  private Reading judged(@Nullable Account @Nullable [] all) {
    if (all == null) {
      return unreadable("", "一覧がありません。");
    }
    var known = new HashSet<String>();
    var accounts = new ArrayList<Account>();
    for (var account : all) {
      var number = accounts.size() + 1;
      if (account == null) {
        return unreadable("(" + number + "人目)", "空です。");
      }
      if (!known.add("id " + account.id()) || !known.add("login " + account.login())) {
        return unreadable("(" + number + "人目)", "id か login がほかの人と同じです。");
      }
      accounts.add(account);
    }
    return new Reading.Read(accounts);
  }

  private Reading unreadable(String where, String why) {
    return new Reading.Unreadable(file + where + ": " + why);
  }

  /** Keeps what somebody wrote and nobody could read, before it is written over. */
  void putAside() throws IOException {
    Files.copy(file, file.resolveSibling(ASIDE), StandardCopyOption.REPLACE_EXISTING);
  }

  void write(List<Account> accounts) throws IOException {
    OwnerOnly.write(file, json.writeValueAsBytes(accounts));
  }
}
