package jp.tsunagu.runtime.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
  private static final AgencyId HOKATSU = new AgencyId("hokatsu");
  private static final Claims USUAL = new Claims(TestSettings.with(Map.of()));

  private static List<Caller> callers(Map<String, Object> claims) {
    return USUAL.read(claims).orElseThrow().capacities();
  }

  @Test
  void somebody_of_an_agency_acts_for_it_alone() {
    Caller staff = new Caller.AgencyStaff(HOKATSU, "p1");
    assertThat(callers(Map.of("sub", "p1", "agency", "hokatsu", "roles", List.of("agency-staff"))))
        .containsExactly(staff);
    assertThat(staff.toString()).doesNotContain("p1");
  }

  @Test
  void somebody_with_several_roles_is_all_of_them_the_widest_first() {
    Map<String, Object> claims =
        Map.of(
            "sub",
            "p1",
            "agency",
            "hokatsu",
            "roles",
            List.of("administrator", "agency-lead", "agency-staff", "desk"));
    assertThat(callers(claims))
        .containsExactly(
            new Caller.Desk(),
            new Caller.AgencyStaff(HOKATSU, "p1", true),
            new Caller.Administrator());
  }

  @ParameterizedTest
  @CsvSource({
    "manager,Supervisor[]",
    "protection-officer,ProtectionOfficer[]",
    "meeting-secretary,MeetingSecretary[]",
    "administrator,Administrator[]"
  })
  void each_other_role_is_its_own(String role, String caller) {
    assertThat(callers(Map.of("sub", "p1", "roles", List.of(role))))
        .singleElement()
        .hasToString(caller);
  }

  @Test
  void a_system_acts_for_its_agency_and_is_no_person() {
    assertThat(callers(Map.of("sub", "s1", "agency", "hokatsu", "roles", "system")))
        .containsExactly(new Caller.AgencySystem(HOKATSU));
    assertThat(callers(Map.of("sub", "s1", "roles", "system"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "AGENCY_STAFF", "Desk", "peer", ""})
  void a_role_that_we_do_not_know_makes_nobody(String role) {
    assertThat(callers(Map.of("sub", "p1", "agency", "hokatsu", "roles", List.of(role)))).isEmpty();
  }

  @Test
  void staff_without_an_agency_or_with_one_that_cannot_be_is_nobody() {
    assertThat(callers(Map.of("sub", "p1", "roles", List.of("agency-staff", "agency-lead"))))
        .isEmpty();
    for (Object agency : List.of("../x", "Hokatsu", 7, List.of("hokatsu", "shakyo"))) {
      assertThat(callers(Map.of("sub", "p1", "agency", agency, "roles", "agency-staff"))).isEmpty();
    }
  }

  @Test
  void who_has_no_name_at_the_provider_is_nobody() {
    assertThat(USUAL.read(Map.of("roles", List.of("desk")))).isEmpty();
    assertThat(USUAL.read(Map.of("sub", " ", "roles", List.of("desk")))).isEmpty();
    assertThat(USUAL.read(Map.of("sub", "x".repeat(256), "roles", List.of("desk")))).isEmpty();
  }

  @Test
  void claims_have_the_names_that_the_settings_say() {
    Claims other =
        new Claims(
            TestSettings.with(
                Map.of(
                    "person-claim", "employee_number",
                    "name-claim", "given.display",
                    "agency-claim", "department",
                    "roles-claim", "realm_access.roles")));
    Identity identity =
        other
            .read(
                Map.of(
                    "sub", "ignored",
                    "employee_number", "12",
                    "given", Map.of("display", "見本 花子"),
                    "department", List.of("hokatsu"),
                    "realm_access", Map.of("roles", List.of("offline_access", "agency-lead"))))
            .orElseThrow();
    assertThat(identity.capacities()).containsExactly(new Caller.AgencyStaff(HOKATSU, "12", true));
    assertThat(identity.person(Duration.ofMinutes(1)).displayName()).isEqualTo("見本 花子");
    assertThat(identity.toString() + identity.person(Duration.ofMinutes(1)))
        .doesNotContain("花子", "12");
  }
}
