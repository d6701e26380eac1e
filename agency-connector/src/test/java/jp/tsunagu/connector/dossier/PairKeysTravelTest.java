package jp.tsunagu.connector.dossier;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.dossier.PairKey;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConsultationCommand.ProtectCase;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Dossiers between two agencies share a wrapped key, and each opens alone; protected ones do not.
 */
@Tag("slow")
@InTheWorld
class PairKeysTravelTest {

  private static final String NAME = "鹿島 はな";
  private static final Protection PROTECTION =
      new Protection(Set.of(), Set.of(), LocalDate.of(2099, 3, 31));

  private final World world;
  private AgencyId sender;
  private AgencyId receiver;

  PairKeysTravelTest(World world) {
    this.world = world;
  }

  @BeforeEach
  void two() {
    sender = world.agency();
    receiver = world.agency();
  }

  @Test
  void dossiers_of_two_cases_share_one_and_the_later_opens_without_the_earlier() {
    CaseId first = known();
    CaseId second = known();
    SealedDossier earlier = sent(first, Samples.referralId());
    SealedDossier later = sent(second, Samples.referralId());

    assertThat(later.pairKeys()).hasSize(1).isEqualTo(earlier.pairKeys());
    assertThat(later.parts())
        .flatExtracting(part -> part.sealed().keys())
        .extracting(WrappedKey::pairKeyId)
        .containsOnly(later.pairKeys().getFirst().pairKeyId());
    assertThat(later.parts().getFirst().sealed().keys())
        .as("each part has a key of its own")
        .isNotEqualTo(later.parts().getLast().sealed().keys());
    deliver(second, later.onlyFor(receiver).orElseThrow());
    opens(later);
    deliver(first, earlier.onlyFor(receiver).orElseThrow());
    opens(earlier);
  }

  @Test
  void what_was_moved_to_another_place_does_not_open_under_it() {
    CaseId caseId = known();
    SealedDossier sealed = sent(caseId, Samples.referralId());
    List<PairKey> keys = sealed.pairKeys();

    deliver(Samples.caseId(), sealed);
    deliver(caseId, new SealedDossier(sealed.dossierId(), receiver, sealed.parts(), keys));
    deliver(caseId, new SealedDossier(Samples.dossierId(), sender, sealed.parts(), keys));
    deliver(caseId, new SealedDossier(sealed.dossierId(), sender, sealed.parts(), List.of()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(world.connector().alarms().open(receiver))
                    .extracting(Alarm::kind)
                    .filteredOn(Alarm.Kind.DOSSIER_FOREIGN::equals)
                    .hasSizeGreaterThanOrEqualTo(4));
    assertThat(world.connector().records().dossier(receiver, sealed.dossierId())).isEmpty();
  }

  @Test
  void a_protected_case_shares_none() {
    CaseId caseId = known();
    world
        .network()
        .deliver(
            sender, caseId, new CaseProtected(TestNetwork.header(caseId, 2, sender), PROTECTION));
    awaitVersion(caseId, 2);

    SealedDossier sealed = sent(caseId, Samples.referralId());

    assertSharesNone(sealed);
    deliver(caseId, sealed);
    opens(sealed);
  }

  @Test
  void a_case_that_is_about_to_be_protected_or_is_not_known_yet_shares_none() {
    CaseId caseId = known();
    submit(Wish.of(new ProtectCase(Samples.header(caseId), PROTECTION)));
    assertSharesNone(sent(caseId, Samples.referralId()));
    assertSharesNone(sent(Samples.caseId(), Samples.referralId()));
  }

  private static void assertSharesNone(SealedDossier sealed) {
    assertThat(sealed.pairKeys()).isEmpty();
    assertThat(sealed.parts())
        .flatExtracting(part -> part.sealed().keys())
        .isNotEmpty()
        .extracting(WrappedKey::pairKeyId)
        .containsOnlyNulls();
  }

  /** A case of which the network has told the sender. */
  private CaseId known() {
    CaseId caseId = Samples.caseId();
    world
        .network()
        .deliver(
            sender,
            caseId,
            Samples.sent(
                TestNetwork.header(caseId, 1, sender), Samples.referralId(), sender, receiver));
    awaitVersion(caseId, 1);
    return caseId;
  }

  private void awaitVersion(CaseId caseId, long version) {
    await()
        .atMost(SOON)
        .until(
            () ->
                world
                    .connector()
                    .records()
                    .findCase(sender, caseId)
                    .filter(view -> view.version() == version)
                    .isPresent());
  }

  private SealedDossier sent(CaseId caseId, ReferralId referralId) {
    submit(Samples.referral(caseId, referralId, receiver, Samples.dossier(NAME, receiver)));
    return await()
        .atMost(SOON)
        .until(
            () ->
                world.network().outbox(sender).stream()
                    .map(TestNetwork.Sent::value)
                    .filter(SendReferral.class::isInstance)
                    .map(SendReferral.class::cast)
                    .filter(command -> command.referralId().equals(referralId))
                    .findFirst(),
            found -> found.isPresent())
        .flatMap(SendReferral::sealed)
        .orElseThrow();
  }

  private void submit(Wish wish) {
    world.connector().outbox().submit(sender, null, () -> Samples.wishes(wish));
  }

  private void deliver(CaseId caseId, SealedDossier dossier) {
    world
        .network()
        .deliver(receiver, caseId, new DossierDelivered(caseId, null, dossier, Instant.now()));
  }

  private void opens(SealedDossier dossier) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(
                        world.connector().records().dossier(receiver, dossier.dossierId()).stream()
                            .flatMap(view -> view.parts().stream())
                            .map(PairKeysTravelTest::text))
                    .anyMatch(text -> text.contains(NAME)));
  }

  private static String text(PartView part) {
    return part.content() instanceof PartView.Content.Open(var json)
        ? new String(json.value().toByteArray(), StandardCharsets.UTF_8)
        : "";
  }
}
