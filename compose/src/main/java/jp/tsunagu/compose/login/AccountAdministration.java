package jp.tsunagu.compose.login;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.PersonRole;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Who may do what with whose account. An administrator of the city with all, the lead of an agency
 * with those of its staff who are nothing else; what one may not see does not exist. Nobody changes
 * her own role or ends herself, so that there is always an administrator left. Thread-safe.
 */
final class AccountAdministration {
  private static final int MOST = 2_000;
  private static final int LONGEST_NAME = 100;
  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final Set<PersonRole> OF_AGENCY =
      EnumSet.of(PersonRole.AGENCY_STAFF, PersonRole.AGENCY_LEAD);

  private final Accounts accounts;
  private final AccountChanges changes;
  private final Authorizations given;
  private final PasswordEncoder encoder;
  private final List<AgencyId> agencies;
  private final NewPassword passwords = new NewPassword();

  AccountAdministration(
      Accounts accounts,
      AccountChanges changes,
      Authorizations given,
      PasswordEncoder encoder,
      List<AgencyId> agencies) {
    this.accounts = accounts;
    this.changes = changes;
    this.given = given;
    this.encoder = encoder;
    this.agencies = List.copyOf(agencies);
  }

  /** What came of it. */
  sealed interface Outcome {
    /** Done; where a password was made it is told here, and never again. */
    record Done(Account account, Optional<String> password) implements Outcome {}

    /** Not done, with what to do, in Japanese. */
    record Refused(String why) implements Outcome {}

    /** For this person there is no such account. */
    record Unknown() implements Outcome {}
  }

  /** What is asked for an account. */
  record Wish(String login, String name, String agency, Set<PersonRole> roles) {
    Wish {
      login = login.strip();
      name = name.strip();
      agency = agency.strip();
      roles = Set.copyOf(roles);
    }
  }

  /** Whether somebody has anything to do with accounts of others. */
  static boolean mayAdminister(Account who) {
    return isAdministrator(who) || leads(who).isPresent();
  }

  private static boolean isAdministrator(Account who) {
    return who.roles().contains(PersonRole.ADMINISTRATOR.word());
  }

  private static Optional<String> leads(Account who) {
    return Optional.ofNullable(who.agency())
        .filter(_ -> who.roles().contains(PersonRole.AGENCY_LEAD.word()));
  }

  private static boolean sees(Account who, Account other) {
    return isAdministrator(who)
        || (leads(who).filter(agency -> agency.equals(other.agency())).isPresent()
            && Account.words(OF_AGENCY).containsAll(other.roles()));
  }

  /** Those whom somebody may see, in the order of their logins. */
  List<Account> seenBy(Account who) {
    return accounts.all().stream()
        .filter(other -> sees(who, other))
        .sorted(Comparator.comparing(Account::login))
        .toList();
  }

  /** The agencies where somebody may let others work. */
  List<String> agenciesOf(Account who) {
    return isAdministrator(who)
        ? agencies.stream().map(AgencyId::value).toList()
        : leads(who).stream().toList();
  }

  /** The roles that somebody may give. */
  Set<PersonRole> rolesOf(Account who) {
    return isAdministrator(who) ? EnumSet.allOf(PersonRole.class) : EnumSet.copyOf(OF_AGENCY);
  }

  /** One that somebody may see. */
  Optional<Account> one(Account who, String id) {
    return seenBy(who).stream().filter(account -> account.id().equals(id)).findFirst();
  }

  synchronized Outcome add(Account who, Wish wish) {
    var fault = fault(who, wish).or(() -> loginFault(wish.login()));
    if (fault.isPresent()) {
      return new Outcome.Refused(fault.get());
    }
    var password = passwords.make();
    var account =
        new Account(
            UUID.randomUUID().toString(),
            wish.login(),
            wish.name(),
            wish.agency().isEmpty() ? null : wish.agency(),
            Account.words(wish.roles()),
            String.valueOf(encoder.encode(password)),
            true,
            false);
    changes.record(who, AccountChanges.Kind.ADDED, account);
    accounts.add(List.of(account));
    return new Outcome.Done(account, Optional.of(password));
  }

  synchronized Outcome change(Account who, String id, Wish wish) {
    return of(
        who,
        id,
        account -> {
          var fault = fault(who, wish);
          return fault.isPresent()
              ? new Outcome.Refused(fault.get())
              : done(
                  who,
                  AccountChanges.Kind.CHANGED,
                  account.as(wish.name(), wish.agency(), Account.words(wish.roles())),
                  Optional.empty());
        });
  }

  /** A new password, good once; whatever she has open ends within half a minute. */
  synchronized Outcome newPassword(Account who, String id) {
    return of(
        who,
        id,
        account -> {
          var password = passwords.make();
          var now = account.withOneTimePassword(String.valueOf(encoder.encode(password)));
          return done(who, AccountChanges.Kind.NEW_PASSWORD, now, Optional.of(password));
        });
  }

  /** She is out within half a minute, wherever she is logged in. */
  synchronized Outcome withdraw(Account who, String id) {
    return of(
        who,
        id,
        account -> done(who, AccountChanges.Kind.WITHDRAWN, account.ended(), Optional.empty()));
  }

  private Outcome of(Account who, String id, Function<Account, Outcome> doing) {
    if (accounts.fault().isPresent()) {
      return new Outcome.Refused("利用者の一覧のファイルが今は読めません。直してから、もう一度お試しください。");
    }
    if (who.id().equals(id)) {
      return new Outcome.Refused("自分の登録は変えられません。ほかの担当者に頼んでください。");
    }
    return one(who, id)
        .map(
            account ->
                account.withdrawn()
                    ? new Outcome.Refused("この利用者はもう利用を終えています。")
                    : doing.apply(account))
        .orElseGet(Outcome.Unknown::new);
  }

  private Outcome done(
      Account who, AccountChanges.Kind kind, Account now, Optional<String> password) {
    changes.record(who, kind, now);
    accounts.change(now.login(), _ -> now);
    if (kind != AccountChanges.Kind.CHANGED) {
      given.removeAllOf(now.id());
    }
    return new Outcome.Done(now, password);
  }

  private Optional<String> loginFault(String login) {
    if (accounts.fault().isPresent()) {
      return Optional.of("利用者の一覧のファイルが今は読めません。直してから、もう一度お試しください。");
    }
    if (!LOGIN.matcher(login).matches()) {
      return Optional.of("ログイン名は、小文字の英数字で始まる64字までの英数字・点・ハイフン・下線にしてください。");
    }
    if (accounts.all().stream().anyMatch(other -> other.login().equals(login))) {
      return Optional.of("このログイン名は使われています。別の名前にしてください。");
    }
    return accounts.all().size() >= MOST
        ? Optional.of("利用者は" + MOST + "人までです。利用を終えた人を一覧のファイルから除いてください。")
        : Optional.empty();
  }

  private Optional<String> fault(Account who, Wish wish) {
    if (wish.name().isEmpty() || wish.name().length() > LONGEST_NAME) {
      return Optional.of("氏名は1字以上" + LONGEST_NAME + "字までにしてください。");
    }
    if (wish.roles().isEmpty() || !rolesOf(who).containsAll(wish.roles())) {
      return Optional.of("役割を一つ以上選んでください。");
    }
    if (!wish.agency().isEmpty() && !agenciesOf(who).contains(wish.agency())) {
      return Optional.of("機関を一覧から選んでください。");
    }
    var needsAgency = !isAdministrator(who) || wish.roles().stream().anyMatch(OF_AGENCY::contains);
    return wish.agency().isEmpty() && needsAgency
        ? Optional.of("この役割には機関が要ります。機関を選んでください。")
        : Optional.empty();
  }

  /** The roles of these words; what is none of them is left out. */
  static Set<PersonRole> roles(List<String> words) {
    return words.stream()
        .flatMap(word -> PersonRole.of(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
