package jp.tsunagu.compose.login;

import static jp.tsunagu.compose.city.SampleCity.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import jp.tsunagu.compose.city.SampleCity;
import jp.tsunagu.compose.login.AccountAdministration.Outcome;
import jp.tsunagu.compose.login.AccountAdministration.Wish;
import jp.tsunagu.runtime.caller.PersonRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts are changed by who may, and every change is told. */
class AccountAdministrationTest {
  private static final Account OPERATION = account("1", "operation", null, "administrator");
  private static final Account LEAD = account("2", "lead", "shakyo", "agency-staff", "agency-lead");
  private static final Account STAFF = account("3", "staff", "shakyo", "agency-staff");
  private static final Account DESK = account("4", "desk", "shakyo", "agency-staff", "desk");
  private static final Account ELSEWHERE = account("5", "other", "hokatsu", "agency-staff");
  private static final Wish MORE =
      new Wish("more", "見本 四郎", "shakyo", Set.of(PersonRole.AGENCY_STAFF));

  @TempDir private Path folder;
  private Accounts accounts;
  private AccountAdministration administration;

  private static Account account(
      String id, String login, @Nullable String agency, String... roles) {
    return new Account(id, login, "見本 花子", agency, List.of(roles), "old", false, false);
  }

  @BeforeEach
  void city() {
    accounts = Accounts.in(folder);
    accounts.add(List.of(OPERATION, LEAD, STAFF, DESK, ELSEWHERE));
    administration =
        new AccountAdministration(
            accounts,
            new AccountChanges(
                folder, Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC)),
            new Authorizations(),
            new RandomSecret(),
            List.of(SHAKYO, SampleCity.HOKATSU));
  }

  private Account now(String login) {
    return accounts.all().stream()
        .filter(account -> account.login().equals(login))
        .findFirst()
        .orElseThrow();
  }

  private List<String> told() {
    try {
      var file = folder.resolve("account-changes.jsonl");
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException exception) {
      throw new IllegalStateException(exception);
    }
  }

  @Test
  void an_administrator_adds_changes_and_withdraws_and_each_is_told_without_a_password() {
    var added = administration.add(OPERATION, MORE);
    assertThat(added)
        .isInstanceOfSatisfying(
            Outcome.Done.class,
            done -> {
              var password = done.password().orElseThrow();
              assertThat(new RandomSecret().matches(password, now("more").password())).isTrue();
              assertThat(told()).noneMatch(line -> line.contains(password));
            });
    assertThat(now("more").oneTime()).isTrue();
    administration.change(
        OPERATION, "3", new Wish("", "見本 別名", "hokatsu", Set.of(PersonRole.AGENCY_LEAD)));
    assertThat(now("staff").agency()).isEqualTo("hokatsu");
    assertThat(now("staff").roles()).containsExactly("agency-lead");
    administration.newPassword(OPERATION, "3");
    assertThat(now("staff").oneTime()).isTrue();
    administration.withdraw(OPERATION, "3");
    assertThat(accounts.byId("3")).isEmpty();
    assertThat(told())
        .hasSize(4)
        .allMatch(line -> line.contains("\"by\":\"operation\"") && line.contains("2026-11-27"))
        .noneMatch(line -> line.contains("old"));
    assertThat(told().getLast()).contains("WITHDRAWN", "\"login\":\"staff\"");
  }

  @Test
  void the_lead_of_an_agency_has_its_staff_alone() {
    assertThat(administration.seenBy(LEAD)).containsExactly(LEAD, STAFF);
    for (var id : List.of("1", "4", "5", "none")) {
      assertThat(administration.withdraw(LEAD, id)).isEqualTo(new Outcome.Unknown());
    }
    assertThat(administration.add(LEAD, MORE)).isInstanceOf(Outcome.Done.class);
    assertThat(
            administration.change(
                LEAD, "3", new Wish("", "花子", "shakyo", Set.of(PersonRole.ADMINISTRATOR))))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(
            administration.change(
                LEAD, "3", new Wish("", "花子", "hokatsu", Set.of(PersonRole.AGENCY_STAFF))))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(AccountAdministration.mayAdminister(STAFF)).isFalse();
    assertThat(AccountAdministration.mayAdminister(DESK)).isFalse();
  }

  @Test
  void nobody_ends_herself_takes_a_login_twice_or_names_no_agency_and_nothing_is_told_of_it() {
    for (var refused :
        List.of(
            administration.withdraw(OPERATION, "1"),
            administration.add(
                OPERATION, new Wish("staff", "花子", "shakyo", Set.of(PersonRole.AGENCY_STAFF))),
            administration.add(
                OPERATION, new Wish("Not A Login", "花子", "shakyo", Set.of(PersonRole.DESK))),
            administration.add(
                OPERATION, new Wish("ok", "花子", "", Set.of(PersonRole.AGENCY_STAFF))),
            administration.add(OPERATION, new Wish("ok", "花子", "nowhere", Set.of(PersonRole.DESK))),
            administration.add(OPERATION, new Wish("ok", " ", "", Set.of(PersonRole.DESK))),
            administration.add(OPERATION, new Wish("ok", "花子", "", Set.of())))) {
      assertThat(refused).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(accounts.all()).hasSize(5);
    assertThat(told()).isEmpty();
  }
}
