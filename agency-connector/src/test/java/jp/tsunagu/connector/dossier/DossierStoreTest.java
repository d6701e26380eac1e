package jp.tsunagu.connector.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.connector.database.AgencyDatabase;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many dossiers are kept at once, as if each had come alone. */
@Tag("slow")
@InTheWorld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierStoreTest {

  private static final AgencyId ONE = new AgencyId("one");
  private static final AgencyId OTHER = new AgencyId("other");

  private final AgencyDatabase database;
  private final DossierStore store;

  DossierStoreTest(World world) {
    this.database = world.connector().databases().of(world.agencyWithoutKey());
    this.store = world.connector().bean(DossierStore.class);
  }

  @Test
  void everything_that_stands_in_many_dossiers_is_kept() {
    OpenDossier first = Samples.dossier("一つ目", ONE, OTHER);
    OpenDossier second = Samples.dossier("二つ目");
    ReferralId leg = Samples.referralId();

    store.keepOwn(
        database,
        List.of(
            new DossierStore.Own(Samples.caseId(), leg, first),
            new DossierStore.Own(Samples.caseId(), null, second)),
        Instant.now());

    HeldDossier held = store.find(database, first.dossierId()).orElseThrow();
    assertThat(held.referralId()).contains(leg);
    assertThat(held.parts()).extracting(HeldPart::part).isEqualTo(first.parts());
    HeldDossier other = store.find(database, second.dossierId()).orElseThrow();
    assertThat(other.referralId()).isEmpty();
    assertThat(other.parts()).extracting(HeldPart::part).isEqualTo(second.parts());
  }

  @Test
  void of_one_dossier_that_comes_twice_at_once_what_opened_and_the_leg_are_kept() {
    DossierId id = Samples.dossierId();
    CaseId caseId = Samples.caseId();
    ReferralId leg = Samples.referralId();
    Bytes content = Samples.json("開いた");

    store.keepReceived(
        database,
        List.of(
            received(caseId, null, id, Map.of("person-1", new PartOpening.KeyLost())),
            received(caseId, leg, id, Map.of("person-1", new PartOpening.Opened(content))),
            received(caseId, null, id, Map.of())),
        Instant.now());

    HeldDossier held = store.find(database, id).orElseThrow();
    assertThat(held.referralId()).contains(leg);
    assertThat(held.parts()).hasSize(1);
    assertThat(held.parts().getFirst().content()).contains(content);

    store.keepReceived(
        database,
        List.of(
            received(
                caseId, Samples.referralId(), id, Map.of("person-1", new PartOpening.Foreign()))),
        Instant.now());

    assertThat(store.find(database, id)).contains(held);
  }

  private static DossierStore.Received received(
      CaseId caseId, @Nullable ReferralId leg, DossierId id, Map<String, PartOpening> openings) {
    SealedPart part =
        new SealedPart(
            "person-1",
            PartKind.PERSON,
            new PersonRef(1),
            Set.of(DetailKind.IDENTITY),
            SharingBasis.CONSENT,
            Samples.json("封かん"),
            List.of());
    return new DossierStore.Received(
        caseId, leg, new SealedDossier(id, ONE, List.of(part)), openings);
  }
}
