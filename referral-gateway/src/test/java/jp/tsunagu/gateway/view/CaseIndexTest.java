package jp.tsunagu.gateway.view;

import static jp.tsunagu.gateway.testing.SampleNetwork.HOKATSU;
import static jp.tsunagu.gateway.testing.SampleNetwork.SHAKYO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.DossierOutline;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.PartOutline;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralDeclined;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.gateway.testing.Household;
import org.junit.jupiter.api.Test;

class CaseIndexTest {

  private static final Instant START = Instant.parse("2026-09-03T01:20:00Z");

  private final CaseIndex index = new CaseIndex();

  @Test
  void the_newest_case_comes_first_and_a_page_after_a_case_is_not_moved_by_newer_ones() {
    Household old = Household.receivedBy(HOKATSU, START);
    Household middle = Household.receivedBy(HOKATSU, START.plusSeconds(60));
    Household newest = Household.receivedBy(HOKATSU, START.plusSeconds(120));
    index.put(middle.state());
    index.put(old.state());
    assertThat(index.olderThan(middle.caseId().value())).containsExactly(old.state());

    index.put(newest.state());
    assertThat(index.olderThan(null)).containsExactly(newest.state(), middle.state(), old.state());
    assertThat(index.olderThan(middle.caseId().value())).containsExactly(old.state());
  }

  @Test
  void of_a_closed_case_only_the_line_is_kept_until_it_is_reopened() {
    Household household = withConsent();
    index.put(household.state());
    assertThat(index.find(household.caseId()).map(CaseState::consents).orElseThrow()).hasSize(1);
    assertThat(index.open()).hasSize(1);

    household.endedSupport(HOKATSU);
    index.put(household.state());
    assertThat(index.find(household.caseId()).map(CaseState::consents).orElseThrow()).isEmpty();
    assertThat(index.open()).isEmpty();

    household.askedTheDesk(HOKATSU);
    index.put(household.state());
    assertThat(index.open()).hasSize(1);
  }

  @Test
  void a_leg_is_found_by_its_own_id() {
    Household household = Household.receivedBy(HOKATSU, START);
    ReferralId leg = household.newLeg();
    household.sent(leg, HOKATSU, SHAKYO);
    index.put(household.state());

    assertThat(index.containing(leg)).contains(household.state());
    assertThat(index.legsOlderThan(null)).hasSize(1);
    index.remove(household.caseId());
    assertThat(index.containing(leg)).isEmpty();
    assertThat(index.olderThan(null)).isEmpty();
    assertThat(index.open()).isEmpty();
  }

  @Test
  void a_case_with_a_hundred_and_fifty_referrals_and_dossiers_fits_a_quarter_of_a_megabyte() {
    Household household = Household.receivedBy(HOKATSU, START);
    for (int leg = 0; leg < 150; leg++) {
      ReferralId id = household.newLeg();
      household
          .sent(id, HOKATSU, SHAKYO)
          .add(SHAKYO, header -> new ReferralDeclined(header, id, "OTHER", dossier()));
    }

    assertThat(Codec.standard().encode(household.state()).length).isLessThan(256 * 1024);
  }

  private static DossierOutline dossier() {
    List<PartOutline> parts =
        IntStream.rangeClosed(1, 4)
            .mapToObj(
                person ->
                    new PartOutline(
                        "person-" + person,
                        PartKind.values()[0],
                        new PersonRef(person),
                        SharingBasis.CONSENT,
                        Set.of(HOKATSU, SHAKYO)))
            .toList();
    return new DossierOutline(new DossierId(Household.newId(START)), SHAKYO, parts);
  }

  private static Household withConsent() {
    return Household.receivedBy(HOKATSU, START)
        .add(
            HOKATSU,
            header ->
                new ConsentRecorded(
                    header,
                    new ConsentId(Household.newId(START)),
                    new ConsentTerms(
                        new PersonRef(1),
                        ConsentPurpose.values()[0],
                        Set.of(DetailKind.values()[0]),
                        Set.of(SHAKYO),
                        Set.of(),
                        ConsentMethod.values()[0],
                        LocalDate.of(2026, 9, 3),
                        null)));
  }
}
