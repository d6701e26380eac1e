package jp.tsunagu.compose.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.compose.city.City;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.file.OwnerOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Who can log in after a first start: in a sample city invented people for every role, in a city of
 * one's own an administrator whose password is told once. No password is the same in two runs.
 */
final class FirstPeople {
  /** Where the sample people and their passwords stand. */
  static final String FILE = "sample-people.txt";

  /**
   * Of passwords that nobody chose (59 bits) and that stand readable beside the accounts: a digest
   * made slow would protect nothing, and a first start make fifteen of them.
   */
  private static final PasswordEncoder TOLD =
      new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(4)));

  private static final List<String> FAMILIES = List.of("山田", "佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺");

  private final NewPassword passwords = new NewPassword();
  private final PasswordEncoder encoder;

  FirstPeople(PasswordEncoder encoder) {
    this.encoder = encoder;
  }

  private record Newcomer(
      String login, String name, @Nullable AgencyId agency, Set<PersonRole> roles) {}

  /** Makes them unless there are accounts already; what tells a password is written first. */
  void settle(City city, Accounts accounts, Path folder) {
    if (!accounts.isNew()) {
      new OneTimeNote(folder).removeUnlessGood(accounts);
    } else if (SampleCity.NAMES.contains(city.network().value())) {
      settleSample(city, accounts, folder);
    } else {
      var password = passwords.make();
      new OneTimeNote(folder).write(password);
      accounts.add(List.of(account(administrator(), encoder.encode(password), true)));
    }
  }

  private void settleSample(City city, Accounts accounts, Path folder) {
    var lines = new ArrayList<String>();
    var people = new ArrayList<Account>();
    for (var newcomer : sample(city)) {
      var password = passwords.make();
      people.add(account(newcomer, TOLD.encode(password), false));
      lines.add(line(newcomer, password));
    }
    write(folder.resolve(FILE), lines);
    accounts.add(people);
  }

  private static Newcomer administrator() {
    return new Newcomer(OneTimeNote.LOGIN, "運用担当", null, Set.of(PersonRole.ADMINISTRATOR));
  }

  private static List<Newcomer> sample(City city) {
    var all = new ArrayList<Newcomer>();
    var agencies = city.agencies();
    for (var number = 0; number < agencies.size(); number++) {
      var agency = agencies.get(number);
      var family = FAMILIES.get(number % FAMILIES.size());
      all.add(
          new Newcomer(
              agency + "-1", "見本 " + family + "一郎", agency, Set.of(PersonRole.AGENCY_STAFF)));
      all.add(
          new Newcomer(
              agency + "-lead",
              "見本 " + family + "花子",
              agency,
              Set.of(PersonRole.AGENCY_STAFF, PersonRole.AGENCY_LEAD)));
    }
    all.add(
        new Newcomer(
            "desk-1", "見本 窓口良子", city.desk(), Set.of(PersonRole.DESK, PersonRole.AGENCY_STAFF)));
    all.add(new Newcomer("secretary", "見本 会議次郎", null, Set.of(PersonRole.MEETING_SECRETARY)));
    all.add(new Newcomer("manager", "見本 課長三郎", null, Set.of(PersonRole.MANAGER)));
    all.add(new Newcomer("protection", "見本 保護四郎", null, Set.of(PersonRole.PROTECTION_OFFICER)));
    all.add(new Newcomer("operation", "見本 運用五郎", null, Set.of(PersonRole.ADMINISTRATOR)));
    return all;
  }

  private static Account account(Newcomer who, @Nullable String digest, boolean oneTime) {
    return new Account(
        UUID.randomUUID().toString(),
        who.login(),
        who.name(),
        who.agency() == null ? null : who.agency().value(),
        Account.words(who.roles()),
        String.valueOf(digest),
        oneTime,
        false);
  }

  private static String line(Newcomer who, String password) {
    return "%-24s %s  %s (%s)\n"
        .formatted(who.login(), password, who.name(), String.join(" ", Account.words(who.roles())));
  }

  private static void write(Path file, List<String> lines) {
    var text =
        "見本の利用者です。実在の人ではありません。実在の世帯は入力しないでください。\nログイン名                合言葉          氏名 (役割)\n"
            + String.join("", lines);
    try {
      OwnerOnly.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException exception) {
      throw new UncheckedIOException("cannot write " + file, exception);
    }
  }
}
