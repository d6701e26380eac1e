package jp.tsunagu.gateway.web;

import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.KYOIKU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static jp.tsunagu.gateway.web.ReadPages.body;
import static jp.tsunagu.gateway.web.ReadPages.found;
import static jp.tsunagu.gateway.web.ReadPages.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.gateway.testing.Household;
import jp.tsunagu.gateway.testing.RunningReadSide;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.Door;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the protection officer (保護担当) finds, and that nobody else finds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionPagesTest {

  private static final Instant START = Instant.parse("2026-11-02T00:15:00Z");

  private final RunningReadSide readSide = RunningReadSide.start();
  private final Household running = protectedUntil(LocalDate.of(2099, 3, 31), 1);
  private final Household over = protectedUntil(LocalDate.of(2026, 11, 3), 2);
  private final Household open = Household.receivedBy(HOKATSU, START.plusSeconds(3));

  private static Household protectedUntil(LocalDate until, int second) {
    return Household.receivedBy(
        HOKATSU, START.plusSeconds(second), new Protection(Set.of(SHAKYO), Set.of(KYOIKU), until));
  }

  @BeforeAll
  void protected_cases_and_one_that_is_none() {
    ReferralId leg = running.newLeg();
    running
        .sent(leg, HOKATSU, SHAKYO)
        .add(HOKATSU, header -> new DossierProvided(header, leg, noteFor(SHAKYO)))
        .add(SHAKYO, header -> new ReferralOpened(header, leg))
        .add(HOKATSU, header -> new DossierProvided(header, leg, noteFor(SHAKYO)));
    readSide.tell(running, over, open);
  }

  @AfterAll
  void close() {
    readSide.close();
  }

  @Test
  void every_protected_case_stands_there_what_must_be_decided_first_on_top() {
    String page = body(get(readSide.protectionOfficer(), "/desk/protected/"));

    assertThat(found("href=\"/desk/protected/([0-9a-f-]{36})\"", page))
        .containsExactly(over.caseId().toString(), running.caseId().toString());
    assertThat(found("data-decide=\"(true|false)\"", page)).containsExactly("true", "false");
    assertThat(page)
        .contains("期限が過ぎ、延長か解除の決定待ち", "機関 " + HOKATSU, "機関 " + KYOIKU)
        .contains("aria-current=\"page\">保護案件")
        .doesNotContain(open.caseId().toString(), "th:", "${", "href=\"/desk/agencies\"");
    assertThat(get(readSide.protectionOfficer(), "/desk/protected/?limit=0").getStatus())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(body(get(readSide.protectionOfficer(), "/desk/protected/?limit=1")))
        .contains(over.caseId().toString(), "class=\"more\"")
        .doesNotContain(running.caseId().toString());
  }

  @Test
  void one_is_seen_whole_with_who_got_which_version_and_when_it_was_opened() {
    String page = body(get(readSide.protectionOfficer(), "/desk/protected/" + running.caseId()));

    assertThat(found("data-version=\"(\\d)\"", page)).containsExactly("1", "2");
    assertThat(page)
        .containsSubsequence("だれに、何が渡っているか", "第1版", "第2版", "記録なし", "つなぎの流れ", "経過")
        .contains("除外された機関", "機関 " + KYOIKU)
        .doesNotContain("th:", "${", "決めるまで保護は続き");
    assertThat(body(get(readSide.protectionOfficer(), "/desk/protected/" + over.caseId())))
        .as("who decides, and that nothing opens by itself")
        .contains("決めるまで保護は続き", "まだ何も渡っていません");
  }

  @Test
  void to_everybody_else_these_pages_do_not_exist_and_to_her_no_other_case() {
    String path = "/desk/protected/" + running.caseId();
    for (RestTestClient client :
        List.of(readSide.desk(), readSide.manager(), readSide.agency(HOKATSU))) {
      for (String page : List.of("/desk/protected/", path)) {
        assertThat(get(client, page).getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(body(get(client, page))).isEqualTo(body(get(client, "/nothing-here")));
      }
    }
    RestTestClient officer = readSide.protectionOfficer();
    assertThat(body(get(officer, "/desk/protected/" + open.caseId())))
        .isEqualTo(body(get(officer, "/desk/protected/" + UUID.randomUUID())));
  }

  @Test
  void who_is_a_manager_too_is_each_of_them_where_its_pages_are() {
    assertThat(letIn("/desk/protected/")).contains(new Caller.ProtectionOfficer());
    assertThat(letIn("/desk/protected/" + running.caseId()))
        .contains(new Caller.ProtectionOfficer());
    assertThat(letIn("/desk/")).contains(new Caller.Supervisor());
    assertThat(letIn("/desk/cases/" + open.caseId())).contains(new Caller.Supervisor());
  }

  /** As whom the doors let somebody in who is both, the manager's sight being the wider one. */
  private static Optional<Caller> letIn(String path) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setServletPath(path);
    Door door =
        new DoorConfiguration()
            .doors().all().stream()
                .filter(
                    each -> PathPatternRequestMatcher.pathPattern(each.pattern()).matches(request))
                .findFirst()
                .orElseThrow();
    return List.<Caller>of(new Caller.Supervisor(), new Caller.ProtectionOfficer()).stream()
        .filter(caller -> door.rule().lets(caller, Map.of()))
        .findFirst();
  }

  private static DossierOutline noteFor(AgencyId recipient) {
    return CaseInterfaceTest.whereaboutsFor(recipient);
  }
}
