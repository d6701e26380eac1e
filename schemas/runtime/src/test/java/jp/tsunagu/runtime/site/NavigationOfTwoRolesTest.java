package jp.tsunagu.runtime.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has two roles finds the way to the pages of both, from the pages of either. */
class NavigationOfTwoRolesTest {

  private static final CurrentPerson BOTH =
      new CurrentPerson(
          "hanako",
          "見本 花子",
          Optional.empty(),
          Set.of(PersonRole.MANAGER, PersonRole.PROTECTION_OFFICER),
          null);
  private static final CurrentPerson MANAGER =
      new CurrentPerson("jiro", "見本 次郎", Optional.empty(), Set.of(PersonRole.MANAGER), null);

  @Test
  void a_manager_who_is_protection_officer_too_finds_both() {
    for (Caller now : new Caller[] {new Caller.Supervisor(), new Caller.ProtectionOfficer()}) {
      assertThat(site(now, BOTH).isWatching()).isTrue();
      assertThat(site(now, BOTH).isGuarding()).isTrue();
    }
  }

  @Test
  void who_is_only_one_of_them_finds_nothing_of_the_other() {
    assertThat(site(new Caller.Supervisor(), MANAGER).isGuarding()).isFalse();
    assertThat(site(new Caller.ProtectionOfficer(), null).isWatching()).isFalse();
  }

  @Test
  void who_works_at_an_agency_finds_its_window_from_the_pages_of_another_role() {
    AgencyId desk = new AgencyId("desk");
    CurrentPerson sorting =
        new CurrentPerson("hanako", "見本 花子", Optional.of(desk), Set.of(PersonRole.DESK), null);
    assertThat(site(new Caller.Desk(), sorting).getAgency()).isEqualTo("desk");
    CurrentPerson head =
        new CurrentPerson("jiro", "見本 次郎", Optional.of(desk), Set.of(PersonRole.MANAGER), null);
    assertThat(site(new Caller.Supervisor(), head).getAgency())
        .as("a manager has no window, wherever she works")
        .isNull();
  }

  @Test
  void what_a_role_finds_on_one_service_it_finds_on_all() {
    AgencyId desk = new AgencyId("desk");
    CurrentPerson sorting =
        new CurrentPerson("hanako", "見本 花子", Optional.of(desk), Set.of(PersonRole.DESK), null);
    for (Caller now : new Caller[] {new Caller.Desk(), new Caller.AgencyStaff(desk, "hanako")}) {
      assertThat(site(now, sorting).isWatching()).isTrue();
      assertThat(site(now, sorting).isOperator()).isTrue();
    }
    CurrentPerson secretary =
        new CurrentPerson(
            "jiro", "見本 次郎", Optional.empty(), Set.of(PersonRole.MEETING_SECRETARY), null);
    assertThat(site(new Caller.Supervisor(), secretary).isSecretary()).isTrue();
    assertThat(site(new Caller.AgencyStaff(desk, "hanako", true), null).isOperator())
        .as("who leads an agency runs no network")
        .isFalse();
  }

  private static Site site(Caller caller, @Nullable CurrentPerson person) {
    return new Site(
        new SiteSettings(null, null, null, null), SitePart.DESK, caller, person, Instant.EPOCH);
  }
}
