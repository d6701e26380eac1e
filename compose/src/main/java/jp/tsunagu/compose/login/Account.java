package jp.tsunagu.compose.login;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.runtime.caller.PersonRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param id random, the same for ever; the services know her by it alone
 * @param login what she types
 * @param name as her pages show it
 * @param agency where she works; none for who belongs to no agency
 * @param roles words of {@link PersonRole}
 * @param password as a password encoder made it
 * @param oneTime whether she must choose another password first
 * @param withdrawn whether she is not let in any more
 */
record Account(
    String id,
    String login,
    String name,
    @Nullable String agency,
    List<String> roles,
    String password,
    boolean oneTime,
    boolean withdrawn) {

  Account {
    if (Stream.of(id, login, name, password).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an account needs id, login, name and password");
    }
    roles = List.copyOf(roles);
  }

  static List<String> words(Set<PersonRole> roles) {
    return Stream.of(PersonRole.values()).filter(roles::contains).map(PersonRole::word).toList();
  }

  Account withPassword(String encoded) {
    return new Account(id, login, name, agency, roles, encoded, false, withdrawn);
  }

  /** The same person with a password that somebody else knows too. */
  Account withOneTimePassword(String encoded) {
    return new Account(id, login, name, agency, roles, encoded, true, withdrawn);
  }

  /** The same account; no agency where the word is empty. */
  Account as(String newName, String newAgency, List<String> newRoles) {
    return new Account(
        id,
        login,
        newName,
        newAgency.isEmpty() ? null : newAgency,
        newRoles,
        password,
        oneTime,
        withdrawn);
  }

  Account ended() {
    return new Account(id, login, name, agency, roles, password, oneTime, true);
  }

  @Override
  public String toString() {
    return "Account[***]";
  }
}
