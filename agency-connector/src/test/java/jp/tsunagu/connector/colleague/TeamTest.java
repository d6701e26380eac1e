package jp.tsunagu.connector.colleague;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose work is whose today: nobody's work is silently nobody's. */
class TeamTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 4, 1);

  @Test
  void everybody_who_is_here_looks_after_her_own() {
    Team team = team(here("yamada"), lead("chief"));
    assertThat(after(team, "yamada")).containsExactly("yamada");
    assertThat(lookedAfter(team, "chief")).containsExactly("chief");
  }

  @Test
  void an_absence_lasts_to_the_end_of_its_last_day() {
    Team team = team(away("yamada", TODAY, "sato"), here("sato"), lead("chief"));
    assertThat(after(team, "yamada")).containsExactly("sato");
    assertThat(lookedAfter(team, "yamada")).as("she may look herself").containsExactly("yamada");
    Team over = team(away("yamada", TODAY.minusDays(1), "sato"), here("sato"), lead("chief"));
    assertThat(after(over, "yamada")).containsExactly("yamada");
    assertThat(lookedAfter(over, "sato")).containsExactly("sato");
  }

  @Test
  void who_leaves_is_gone_from_the_first_moment_of_that_day() {
    Team team = team(left("yamada", TODAY, null), here("sato"), lead("chief"), lead("vice"));
    assertThat(after(team, "yamada")).containsExactlyInAnyOrder("chief", "vice");
    assertThat(lookedAfter(team, "chief")).containsExactlyInAnyOrder("chief", "yamada");
    assertThat(team.here()).extracting(Colleague::account).doesNotContain("yamada");
    Team before = team(left("yamada", TODAY.plusDays(1), "sato"), here("sato"), lead("chief"));
    assertThat(after(before, "yamada")).containsExactly("yamada");
    assertThat(before.here()).extracting(Colleague::account).contains("yamada");
  }

  @Test
  void work_goes_on_from_one_cover_to_the_next_and_in_a_circle_to_who_leads() {
    Team chain =
        team(
            left("yamada", TODAY, "sato"),
            away("sato", TODAY.plusDays(3), "suzuki"),
            here("suzuki"),
            lead("chief"));
    assertThat(after(chain, "yamada")).containsExactly("suzuki");
    Team circle = team(left("yamada", TODAY, "sato"), away("sato", TODAY, "yamada"), lead("chief"));
    assertThat(after(circle, "yamada")).containsExactly("chief");
    assertThat(after(circle, "sato")).containsExactly("chief");
  }

  @Test
  void where_all_who_lead_are_away_it_waits_for_them_and_without_any_it_is_nobodys() {
    Colleague chief = one("chief", true, TODAY, null, null);
    Team waiting = team(left("yamada", TODAY, null), chief, here("sato"));
    assertThat(after(waiting, "yamada")).containsExactly("chief");
    assertThat(waiting.orphaning()).isEmpty();
    Team nobody = team(left("yamada", TODAY, null), here("sato"));
    assertThat(after(nobody, "yamada")).isEmpty();
    assertThat(nobody.orphaning()).containsExactly(id("yamada"));
  }

  private static Team team(Colleague... all) {
    return new Team(List.of(all), TODAY);
  }

  private static Colleague here(String account) {
    return one(account, false, null, null, null);
  }

  private static Colleague lead(String account) {
    return one(account, true, null, null, null);
  }

  private static Colleague away(String account, LocalDate until, String cover) {
    return one(account, false, until, cover, null);
  }

  private static Colleague left(String account, LocalDate from, @Nullable String cover) {
    return one(account, false, null, cover, from);
  }

  private static Colleague one(
      String account,
      boolean leads,
      @Nullable LocalDate away,
      @Nullable String cover,
      @Nullable LocalDate from) {
    return new Colleague(
        id(account),
        account,
        "見本 " + account,
        leads,
        Instant.EPOCH,
        Optional.ofNullable(away),
        Optional.ofNullable(cover).map(TeamTest::id),
        Optional.ofNullable(from));
  }

  private static UUID id(String account) {
    return UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> after(Team team, String account) {
    return accounts(team, team.whoLooksAfter(id(account)));
  }

  private static Set<String> lookedAfter(Team team, String account) {
    return accounts(team, team.lookedAfterBy(id(account)));
  }

  private static Set<String> accounts(Team team, Set<UUID> ids) {
    return ids.stream()
        .map(id -> team.find(id).orElseThrow().account())
        .collect(Collectors.toSet());
  }
}
